using System.Runtime.Versioning;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// Keeps a database file, what SQLite writes beside it, and its folder to the account that the portal runs as. Where that is not possible,
/// others could read names, e-mail addresses and hashes.
/// </summary>
internal static class DatabaseFiles
{
    public const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Creates the folder and the file where they are missing, and narrows them where others could read them.</summary>
    /// <returns>What was narrowed.</returns>
    /// <exception cref="UnprotectedFileException">It belongs to somebody else, so it cannot be narrowed.</exception>
    public static IReadOnlyList<string> Protect(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        // Windows gives files the access list of their folder.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return [];
        }

        if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, OwnFolder);
        if (!File.Exists(path))
            new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnFile })
                .Dispose();

        // A folder that all share, such as /tmp, is nobody's to narrow.
        if (File.GetUnixFileMode(folder).HasFlag(UnixFileMode.StickyBit) || Path.GetPathRoot(folder) == folder)
            throw new UnprotectedFileException(folder, isShared: true);
        var narrowed = new List<string>();
        if (TryNarrow(folder, OwnFolder))
            narrowed.Add(folder);
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            if (TryNarrow(file, OwnFile))
                narrowed.Add(file);
        }

        return narrowed;
    }

    [UnsupportedOSPlatform("windows")]
    private static bool TryNarrow(string path, UnixFileMode allowed)
    {
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~allowed) == UnixFileMode.None)
            return false;
        try
        {
            File.SetUnixFileMode(path, mode & allowed);
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new UnprotectedFileException(path);
        }
    }
}
