using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace CleanIssuing.UnitTests.Architecture;

/// <summary>The portal's code as the architecture tests see it: which type uses which.</summary>
internal static class Codebase
{
    public static readonly Assembly Domain = typeof(Domain.Cards.Card).Assembly;
    public static readonly Assembly Application = typeof(Application.DependencyInjection).Assembly;
    public static readonly Assembly Infrastructure = typeof(Infrastructure.DependencyInjection).Assembly;
    public static readonly Assembly WebUi = typeof(WebUi.Hosting.Portal).Assembly;
    public static readonly Assembly Sandbox = typeof(StripeSandbox.Sandbox).Assembly;

    private static readonly Lazy<IReadOnlyList<Use>> Loaded = new(() =>
    [
        .. from type in new ArchLoader().LoadAssemblies(Domain, Application, Infrastructure, WebUi, Sandbox).Build().Types
           where type.FullName.StartsWith("CleanIssuing.", StringComparison.Ordinal)
           from target in type.Dependencies.Select(d => d.Target).DistinctBy(t => t.FullName)
           select new Use(type.FullName, target.FullName, target.Visibility is not Visibility.Public),
    ]);

    /// <summary>Every use of one type by another; what is used may be anybody's.</summary>
    public static IReadOnlyList<Use> Uses => Loaded.Value;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CleanIssuing.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("CleanIssuing.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
