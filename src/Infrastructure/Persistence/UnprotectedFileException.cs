namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Others can read the database, and the account that the portal runs as may not change that.</summary>
/// <param name="isShared">Whether it is a folder that everybody on the machine shares, such as <c>/tmp</c>.</param>
public sealed class UnprotectedFileException(string path, bool isShared = false) : Exception($"Others can read {path}.")
{
    public string Path { get; } = path;

    public bool IsShared { get; } = isShared;
}
