using System.Runtime.Versioning;
using CleanIssuing.Infrastructure.Persistence;

namespace CleanIssuing.UnitTests.Persistence;

[UnsupportedOSPlatform("windows")]
public sealed class DatabaseFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanissuing-").FullName;

    private string Database => Path.Combine(_folder, "data", "portal.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public void A_new_database_is_the_portals_own()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has access lists instead.");

        DatabaseFiles.Protect(Database).ShouldBeEmpty();

        File.GetUnixFileMode(Database).ShouldBe(DatabaseFiles.OwnFile);
        File.GetUnixFileMode(Path.GetDirectoryName(Database)!).ShouldBe(DatabaseFiles.OwnFolder);
    }

    [SkippableFact]
    public void What_others_could_read_is_narrowed_and_told()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has access lists instead.");
        DatabaseFiles.Protect(Database);
        File.WriteAllText(Database + "-wal", "");
        var readable = DatabaseFiles.OwnFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(Database, readable);
        File.SetUnixFileMode(Database + "-wal", readable);
        File.SetUnixFileMode(Path.GetDirectoryName(Database)!, DatabaseFiles.OwnFolder | UnixFileMode.OtherExecute);

        DatabaseFiles.Protect(Database).ShouldBe([Path.GetDirectoryName(Database)!, Database, Database + "-wal"]);

        File.GetUnixFileMode(Database).ShouldBe(DatabaseFiles.OwnFile);
        File.GetUnixFileMode(Database + "-wal").ShouldBe(DatabaseFiles.OwnFile);
        DatabaseFiles.Protect(Database).ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_folder_that_everybody_shares_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has access lists instead.");
        File.SetUnixFileMode(_folder, DatabaseFiles.OwnFolder | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);

        Should.Throw<UnprotectedFileException>(() => DatabaseFiles.Protect(Path.Combine(_folder, "portal.db"))).IsShared.ShouldBeTrue();
    }
}
