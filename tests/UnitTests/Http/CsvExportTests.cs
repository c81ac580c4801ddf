using System.Text;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.UnitTests.Http;

public class CsvExportTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("-5 apples")]
    [InlineData(" =1+1")]
    [InlineData("\t=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＠SUM(A1)")]
    [InlineData("\u3000=1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("\ufeff=1+1")]
    [InlineData("\u200b＝1+1")]
    [InlineData("﹦1+1")]
    public async Task A_cell_that_a_spreadsheet_would_run_is_only_text(string formula) =>
        (await ExportAsync(formula)).ShouldBe(["\"cell\"", "\"'" + formula + "\"", ""]);

    [Theory]
    [InlineData("Omar;=1+1; @SUM(A1);x", "Omar;'=1+1;' @SUM(A1);x")]
    [InlineData(";=1+1", "';'=1+1")]
    public async Task A_formula_behind_a_semicolon_is_only_text_too(string cell, string written) =>
        (await ExportAsync(cell)).ShouldBe(["\"cell\"", "\"" + written + "\"", ""]);

    [Fact]
    public async Task Quotes_commas_and_line_breaks_stay_in_their_cell() =>
        (await ExportAsync("a,\"b\"", "two\nlines", "a;b")).ShouldBe(
            ["\"cell\"", "\"a,\"\"b\"\"\"", "\"two\nlines\"", "\"a;b\"", ""]);

    [Fact]
    public async Task Nothing_is_an_empty_cell_and_a_moment_is_in_UTC() =>
        (await ExportAsync(null, new DateTimeOffset(2026, 11, 24, 1, 2, 3, TimeSpan.FromHours(2))))
            .ShouldBe(["\"cell\"", "\"\"", "\"2026-11-23T23:02:03Z\"", ""]);

    private static async Task<string[]> ExportAsync(params object?[] cells)
    {
        using var stream = new MemoryStream();
        await CsvExport.WriteAsync(stream, ["cell"], cells.ToAsyncEnumerable(), cell => [cell], CancellationToken.None);
        var bytes = stream.ToArray();
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray(), "spreadsheets need the mark to read UTF-8");
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
    }
}
