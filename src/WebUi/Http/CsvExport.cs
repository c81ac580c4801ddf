using System.Globalization;
using System.Text;
using CsvHelper;

namespace CleanIssuing.WebUi.Http;

/// <summary>Streams rows as a CSV file. A cell that a spreadsheet would run as a formula is escaped.</summary>
internal static class CsvExport
{
    private const int FlushEvery = 500;

    /// <summary>Always quoted, for there are spreadsheets that separate cells by other signs than commas.</summary>
    private static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = LibrarysInjectionCharacters,
        Quoting = CsvQuoting.Always,
        NewLine = "\r\n",
    };

    private const string LibrarysInjectionCharacters = "=@+-\t\r\n; ";

    private static readonly TimeSpan LookAtSessionEvery = TimeSpan.FromSeconds(1);

    public static async Task WriteAsync<T>(
        HttpContext context, string name, IReadOnlyList<string> columns, IAsyncEnumerable<T> rows, Func<T, IReadOnlyList<object?>> cells)
    {
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        context.Response.Headers.CacheControl = "no-store";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var signedOut = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var watching = WatchSessionAsync(context, signedOut, over.Token);
        try
        {
            await WriteAsync(context.Response.Body, columns, rows, cells, signedOut.Token);
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }
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

    /// <summary>
    /// Breaks off when the session has ended, whatever the export waits for, so that the file is seen to be incomplete.
    /// </summary>
    private static async Task WatchSessionAsync(HttpContext context, CancellationTokenSource signedOut, CancellationToken over)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var scopes = context.RequestServices.GetRequiredService<IServiceScopeFactory>();
        try
        {
            while (true)
            {
                await Task.Delay(LookAtSessionEvery, time, over);
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<SessionEvents>().IsAliveAsync(context.User, over))
                    continue;
                context.Abort();
                await signedOut.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The file is complete, or nobody takes it any more.
        }
    }

    private static async Task WriteRowAsync(CsvWriter csv, IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
            csv.WriteField(Text(cell));
        await csv.EndRecordAsync(cancellationToken);
    }

    /// <summary>
    /// Escapes what the library does not know for a formula: in signs of East Asia, behind blanks that are none of ASCII, and behind a
    /// semicolon, where a spreadsheet may begin a new cell.
    /// </summary>
    private static string Defused(string text)
    {
        var cells = text.Split(';');
        for (var i = 0; i < cells.Length; i++)
        {
            if (IsFormula(cells[i]) && (i > 0 || !LibrarysInjectionCharacters.Contains(text[0], StringComparison.Ordinal)))
                cells[i] = "'" + cells[i];
        }

        return string.Join(';', cells);
    }

    private static bool IsFormula(string cell) =>
        cell.Normalize(NormalizationForm.FormKC).SkipWhile(IsUnseen).FirstOrDefault() is '=' or '+' or '-' or '@';

    private static bool IsUnseen(char sign) =>
        char.IsWhiteSpace(sign) || char.IsControl(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    private static string Text(object? cell) => cell switch
    {
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        string text => Defused(text),
        _ => cell?.ToString() ?? "",
    };
}
