namespace CleanIssuing.Application.Accounts;

/// <summary>Keeps what the database was set up for.</summary>
public interface IInstallationStore
{
    /// <summary>The record; none in a database that no portal has started with.</summary>
    Task<Installation?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Writes the record. There is one, and it never changes.</summary>
    Task RecordAsync(Installation installation, CancellationToken cancellationToken);
}
