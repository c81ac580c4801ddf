using System.Globalization;
using System.Text;
using CsvHelper;

namespace CleanIssuing.WebUi.Http;

/// <summary>Streams rows as a CSV file. A cell that a spreadsheet would run as a formula is escaped.</summary>
internal static class CsvExport
{
    private const int FlushEvery = 500;

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    public static async Task WriteAsync<T>(
        HttpContext context, string name, IReadOnlyList<string> columns, IAsyncEnumerable<T> rows, Func<T, IReadOnlyList<object?>> cells)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        context.Response.Headers.CacheControl = "no-store";
        await WriteAsync(context.Response.Body, columns, rows, cells, context.RequestAborted);
    }

    internal static async Task WriteAsync<T>(
        Stream to, IReadOnlyList<string> columns, IAsyncEnumerable<T> rows, Func<T, IReadOnlyList<object?>> cells,
        CancellationToken cancellationToken)
    {
        await using var reader = rows.GetAsyncEnumerator(cancellationToken);
        // A query that fails does so before the answer has begun.
        var hasRow = await reader.MoveNextAsync();
        // Spreadsheets take a file without the mark for one of their own country's encoding.
        await to.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        await using var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        await WriteRowAsync(csv, columns, cancellationToken);
        for (var count = 1; hasRow; count++, hasRow = await reader.MoveNextAsync())
        {
            await WriteRowAsync(csv, cells(reader.Current), cancellationToken);
            if (count % FlushEvery == 0)
                await csv.FlushAsync(cancellationToken);
        }
    }

    private static async Task WriteRowAsync(CsvWriter csv, IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
            csv.WriteField(Text(cell));
        await csv.EndRecordAsync(cancellationToken);
    }

    private static string Text(object? cell) => cell switch
    {
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
