using System.Xml.Linq;

namespace CleanIssuing.UnitTests.Architecture;

/// <summary>What the users of the project have fixed: folders, solution, README and the packages it is built on.</summary>
public class ProjectFilesTests
{
    private static readonly string[] Folders =
        ["src/Domain", "src/Application", "src/Infrastructure", "src/WebUi", "tests/UnitTests", "tests/IntegrationTests"];

    private static readonly (string Package, string[] In)[] Packages =
    [
        ("MediatR", ["src/Application"]),
        ("FluentValidation", ["src/Application"]),
        ("Stripe.net", ["src/Infrastructure"]),
        ("Microsoft.EntityFrameworkCore.Sqlite", ["src/Infrastructure"]),
        ("xunit", ["tests/UnitTests", "tests/IntegrationTests"]),
        ("Shouldly", ["tests/UnitTests", "tests/IntegrationTests"]),
    ];

    [Fact]
    public void The_project_has_its_folders_solution_README_and_packages() => Missing(Codebase.Root).ShouldBeEmpty();

    [Theory]
    [InlineData("README.md")]
    [InlineData("CleanIssuing.sln")]
    [InlineData("src/Domain/Domain.csproj")]
    [InlineData("tests/IntegrationTests/IntegrationTests.csproj")]
    public void A_missing_file_is_found(string file) => WithCopy(root =>
    {
        File.Delete(Path.Combine(root, file));
        Missing(root).ShouldNotBeEmpty();
    });

    [Theory]
    [InlineData("src/Application/Application.csproj", "MediatR")]
    [InlineData("src/Application/Application.csproj", "FluentValidation")]
    [InlineData("src/Infrastructure/Infrastructure.csproj", "Stripe.net")]
    [InlineData("src/Infrastructure/Infrastructure.csproj", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("tests/UnitTests/UnitTests.csproj", "xunit")]
    [InlineData("tests/IntegrationTests/IntegrationTests.csproj", "Shouldly")]
    public void A_missing_package_is_found(string project, string package) => WithCopy(root =>
    {
        var path = Path.Combine(root, project);
        var content = XDocument.Load(path);
        content.Descendants("PackageReference").Single(r => (string?)r.Attribute("Include") == package).Remove();
        content.Save(path);

        Missing(root).ShouldHaveSingleItem().ShouldContain(package);
    });

    private static IEnumerable<string> Missing(string root)
    {
        if (!File.Exists(Path.Combine(root, "README.md")))
            yield return "README.md";
        var solution = Path.Combine(root, "CleanIssuing.sln");
        if (!File.Exists(solution))
        {
            yield return "CleanIssuing.sln";
            yield break;
        }

        var listed = File.ReadAllText(solution).Replace('\\', '/');
        foreach (var folder in Folders)
        {
            if (!File.Exists(Project(root, folder)))
                yield return folder;
            else if (!listed.Contains($"\"{folder}/{Path.GetFileName(folder)}.csproj\"", StringComparison.Ordinal))
                yield return folder + " in the solution";
        }

        foreach (var (package, projects) in Packages)
        {
            foreach (
                var folder in projects.Where(folder => File.Exists(Project(root, folder)) && !References(Project(root, folder), package)))
                yield return $"{package} in {folder}";
        }
    }

    private static bool References(string project, string package) =>
        XDocument.Load(project).Descendants("PackageReference").Any(r => (string?)r.Attribute("Include") == package);

    private static string Project(string root, string folder) => Path.Combine(root, folder, Path.GetFileName(folder) + ".csproj");

    private static void WithCopy(Action<string> test)
    {
        var copy = Directory.CreateTempSubdirectory("cleanissuing-layout-");
        try
        {
            foreach (var file in Folders.Select(folder => $"{folder}/{Path.GetFileName(folder)}.csproj").Append("README.md")
                .Append("CleanIssuing.sln"))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy.FullName, file))!);
                File.Copy(Path.Combine(Codebase.Root, file), Path.Combine(copy.FullName, file));
            }

            test(copy.FullName);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}
