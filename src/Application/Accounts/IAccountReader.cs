using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Application.Accounts;

/// <summary>Reads the replicas of accounts.</summary>
public interface IAccountReader
{
    Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken);

    /// <summary>The platform's own account; none before the first import.</summary>
    Task<Account?> FindPlatformAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Those of these that are here, by name.</summary>
    Task<IReadOnlyList<Account>> GetByIdsAsync(IReadOnlyCollection<AccountId> ids, CancellationToken cancellationToken);
}
