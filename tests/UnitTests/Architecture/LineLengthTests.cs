using System.Globalization;

namespace CleanIssuing.UnitTests.Architecture;

/// <summary>Lines keep within <c>max_line_length</c> of .editorconfig, which <c>dotnet format</c> does not check.</summary>
public class LineLengthTests
{
    private static readonly string[] Endings = [".cs", ".cshtml", ".js"];
    private static readonly string[] Folders = ["src", "tests", "benchmarks", "lib"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "Migrations"];

    [Fact]
    public void No_line_is_longer_than_the_editor_says()
    {
        var longest = Longest();

        Files().SelectMany(file => TooLong(Path.GetRelativePath(Codebase.Root, file), File.ReadLines(file), longest)).ShouldBeEmpty();
    }

    [Fact]
    public void A_longer_line_is_found()
    {
        TooLong("a.cs", [new string('x', Longest())], Longest()).ShouldBeEmpty();
        TooLong("a.cs", ["", new string('x', Longest() + 1)], Longest()).ShouldHaveSingleItem().ShouldContain("a.cs:2");
    }

    [Fact]
    public void All_kinds_of_files_are_looked_at() => Files().Select(Path.GetExtension).Distinct().ShouldBe(Endings, ignoreOrder: true);

    private static IEnumerable<string> TooLong(string file, IEnumerable<string> lines, int longest) =>
        lines.Index().Where(line => line.Item.Length > longest)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{file}:{line.Index + 1} has {line.Item.Length} columns"));

    private static IEnumerable<string> Files() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Codebase.Root, folder), "*", SearchOption.AllDirectories))
        .Where(file => Endings.Contains(Path.GetExtension(file))
            && !Path.GetRelativePath(Codebase.Root, file).Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains));

    private static int Longest() => int.Parse(
        File.ReadLines(Path.Combine(Codebase.Root, ".editorconfig")).Single(l => l.StartsWith("max_line_length", StringComparison.Ordinal))
            .Split('=')[1],
        CultureInfo.InvariantCulture);
}
