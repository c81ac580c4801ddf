using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Keeps the replicas of authorizations and transactions. An older state never overwrites a newer one.</summary>
public interface IAuthorizationReplicaStore
{
    Task UpsertAsync(Authorization authorization, CancellationToken cancellationToken);

    Task UpsertAsync(IssuingTransaction transaction, CancellationToken cancellationToken);
}
