namespace CleanIssuing.Application.Audit;

/// <summary>Finds out whose entries the person at hand may read.</summary>
internal sealed class AuditScopeReader(ManagedAccounts managed, IAccessReader access, ICurrentActor current)
{
    public async Task<AuditScope> ReadAsync(AuditFilter filter, CancellationToken cancellationToken) => new(
        await managed.ListAsync(filter.Account, cancellationToken),
        filter.Account is null && await access.IsPlatformAdminAsync(current.Actor.UserId!, cancellationToken));
}
