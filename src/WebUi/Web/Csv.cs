using System.Globalization;
using System.Text;

namespace CleanIssuing.WebUi.Web;

/// <summary>Writes rows as they come, so that a long list is never held whole.</summary>
internal static class Csv
{
    private const int FlushEvery = 500;

    public static async Task WriteAsync<T>(
        HttpContext context, string name, IReadOnlyList<string> columns, IAsyncEnumerable<T> rows, Func<T, IReadOnlyList<object?>> cells)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        context.Response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 32 * 1024, leaveOpen: true);
        await writer.WriteAsync(Line(columns));
        var count = 0;
        await foreach (var row in rows.WithCancellation(context.RequestAborted))
        {
            await writer.WriteAsync(Line(cells(row)));
            if (++count % FlushEvery == 0)
                await writer.FlushAsync(context.RequestAborted);
        }
    }

    internal static string Line(IReadOnlyList<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        // A spreadsheet would run what begins like a formula.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && value is string)
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
