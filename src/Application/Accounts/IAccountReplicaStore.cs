using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Application.Accounts;

/// <summary>Keeps the replicas of accounts.</summary>
public interface IAccountReplicaStore
{
    Task UpsertAsync(Account account, CancellationToken cancellationToken);
}
