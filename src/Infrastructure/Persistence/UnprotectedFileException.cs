namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Others can read the database, and the account that the portal runs as may not change that.</summary>
public sealed class UnprotectedFileException(string path) : Exception($"Others can read {path}.")
{
    public string Path { get; } = path;
}
