using System.Text;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.UnitTests.Http;

public class CsvExportTests
{
    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_only_text()
    {
        var lines = await ExportAsync("=1+1", "@SUM(A1)", "-5 apples");

        lines.ShouldBe(["cell", "\"'=1+1\"", "\"'@SUM(A1)\"", "\"'-5 apples\"", ""]);
    }

    [Fact]
    public async Task Quotes_commas_and_line_breaks_stay_in_their_cell() =>
        (await ExportAsync("a,\"b\"", "two\nlines")).ShouldBe(["cell", "\"a,\"\"b\"\"\"", "\"two\nlines\"", ""]);

    [Fact]
    public async Task Nothing_is_an_empty_cell_and_a_moment_is_in_UTC() =>
        (await ExportAsync(null, new DateTimeOffset(2026, 11, 24, 1, 2, 3, TimeSpan.FromHours(2))))
            .ShouldBe(["cell", "\"\"", "2026-11-23T23:02:03Z", ""]);

    private static async Task<string[]> ExportAsync(params object?[] cells)
    {
        using var stream = new MemoryStream();
        await CsvExport.WriteAsync(stream, ["cell"], cells.ToAsyncEnumerable(), cell => [cell], CancellationToken.None);
        var bytes = stream.ToArray();
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray(), "spreadsheets need the mark to read UTF-8");
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
    }
}
