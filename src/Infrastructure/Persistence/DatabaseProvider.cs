namespace CleanIssuing.Infrastructure.Persistence;

public enum DatabaseProvider
{
    /// <summary>A file beside the portal.</summary>
    Sqlite,
    Postgres,
}
