using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Turns what somebody looks for into what they may see of it.</summary>
internal sealed class PurchaseQueries(ICurrentActor current, IAccessReader access, IAccountReader accounts)
{
    /// <returns>The query, and the accounts that the person sees, by name.</returns>
    public async Task<(PurchaseQuery Query, IReadOnlyList<Account> Visible)> ForAsync(
        PurchaseFilter filter, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var ids = await access.ListVisibleAccountsAsync(user, cancellationToken);
        var visible = ids.Count > 0 ? await accounts.GetByIdsAsync(ids, cancellationToken) : [];
        IReadOnlyList<CardholderId>? cardholders = filter.Mine ? await access.ListOwnCardholdersAsync(user, cancellationToken)
            : filter.Cardholder is { } one ? [one] : null;
        IReadOnlyList<AccountId>? own = filter.Mine ? null : filter.Account is { } account ? [account] : [.. visible.Select(a => a.Id)];
        return (
            new PurchaseQuery(
                own, cardholders, string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim(),
                Codes.Find<PurchaseState>(filter.State),
                filter.From, filter.To, filter.Category, filter.Country, filter.Card, filter.Last4),
            visible);
    }
}
