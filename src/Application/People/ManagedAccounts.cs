using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>The accounts that a list is about: the one named, or all that the person manages.</summary>
internal sealed class ManagedAccounts(IAccessReader access, ICurrentActor current)
{
    public async Task<IReadOnlyList<AccountId>> OfAsync(string? account, CancellationToken cancellationToken) =>
        account is null ? await access.AdminOfAsync(current.Actor.UserId!, cancellationToken) : [AccountId.Parse(account)];
}
