namespace CleanIssuing.Application.People;

/// <summary>Checks passwords.</summary>
public interface ICredentials
{
    Task<Credential?> FindAsync(string email, CancellationToken cancellationToken);

    Task<Credential?> FindByIdAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Takes as long for nobody as for somebody.</summary>
    bool Verify(Credential? person, string password);

    /// <summary>Hashes a right password anew where the present settings ask for more than its hash has.</summary>
    Task UpgradeAsync(Credential person, string password, CancellationToken cancellationToken);
}
