using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Application.Cards;

/// <summary>The accounts whose cards the person sees, by name.</summary>
internal sealed class VisibleAccounts(IAccessReader access, IAccountReader accounts, ICurrentActor current)
{
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken) =>
        await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken) is { Count: > 0 } ids
            ? await accounts.GetByIdsAsync(ids, cancellationToken)
            : [];
}
