using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Authorizations;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A page of the purchases that the person sees, the latest first.</summary>
/// <param name="Before">Goes on with the earlier ones.</param>
/// <param name="After">Goes back to the later ones.</param>
/// <param name="WithTotals">Whether it is asked what they all come to.</param>
/// <param name="CountsAll">Whether all are counted, however many there are and however long that takes.</param>
/// <param name="WithReasons">Whether it is asked which controls declined them. Of the first few cards of a page, that is told.</param>
public sealed record SearchPurchases(
    PurchaseFilter Filter, AuthorizationId? Before = null, AuthorizationId? After = null, int PageSize = SearchPurchases.DefaultPageSize,
    bool WithTotals = true, bool CountsAll = false, bool WithReasons = false)
    : IRequest<FoundPurchases>, IAuthorizedRequest
{
    public const int DefaultPageSize = 50;

    public Requirement Requirement => Filter.Requirement;
}

/// <param name="Accounts">The accounts that the person sees.</param>
/// <param name="Totals">What they all come to; none where that was not asked.</param>
/// <param name="Newer">From where the later ones are read; none where there are none.</param>
/// <param name="Older">From where the earlier ones are read; none where there are none.</param>
/// <param name="Import">How far past purchases have been read; none where none are being read.</param>
public sealed record FoundPurchases(
    IReadOnlyList<Account> Accounts, IReadOnlyList<PurchaseRow> Purchases, PurchaseTotals? Totals, AuthorizationId? Newer,
    AuthorizationId? Older, HistoryImport? Import);

internal sealed class SearchPurchasesValidator : AbstractValidator<SearchPurchases>
{
    public SearchPurchasesValidator()
    {
        RuleFor(r => r.Filter).SetValidator(new PurchaseFilterValidator());
        RuleFor(r => r.PageSize).InclusiveBetween(1, SearchPurchases.DefaultPageSize);
        RuleFor(r => r.After).Null().When(r => r.Before is not null).WithReason(InvalidReason.Cursor);
    }
}

internal sealed class SearchPurchasesHandler(
    PurchaseQueries queries, IPurchaseSearch search, ISpendStore spend, ICardReader cards, DeclineExplainer explainer,
    IAccessReader access, IImportStatus import) : IRequestHandler<SearchPurchases, FoundPurchases>
{
    // Each card is looked up on its own.
    private const int CardsToExplain = 6;

    public async Task<FoundPurchases> Handle(SearchPurchases request, CancellationToken cancellationToken)
    {
        var (query, visible) = await queries.ForAsync(request.Filter, cancellationToken);
        var read = await search.PageAsync(query, request.Before, request.After, request.PageSize + 1, cancellationToken);
        var page = KeysetPage<PurchaseRow>.Of(
            read, request.PageSize, isOn: request.Before is not null, isBack: request.After is not null);
        return new FoundPurchases(
            visible, request.WithReasons ? await ExplainAsync(page.Items, cancellationToken) : page.Items,
            request.WithTotals ? await SumAsync(query, request.CountsAll, cancellationToken) : null,
            page.Previous(r => r.Purchase.Id), page.Next(r => r.Purchase.Id),
            request.WithTotals ? await FindImportAsync(query, cancellationToken) : null);
    }

    private async Task<IReadOnlyList<PurchaseRow>> ExplainAsync(IReadOnlyList<PurchaseRow> rows, CancellationToken cancellationToken)
    {
        var byCard = rows.Where(r => r.Purchase is { Approved: false, Reason: AuthorizationReasons.SpendingControls })
            .GroupBy(r => r.Card.Id).Take(CardsToExplain).ToDictionary(g => g.Key, g => g.Select(r => r.Purchase).ToList());
        if (byCard.Count == 0)
            return rows;
        var declined = new Dictionary<AuthorizationId, DeclineExplanation>();
        var accounts = rows.Select(r => r.Purchase.AccountId).Distinct().ToList();
        foreach (var view in await cards.GetByIdsAsync(accounts, byCard.Keys, cancellationToken))
        {
            foreach (var (id, explanation) in await explainer.ExplainAsync(view, byCard[view.Card.Id], cancellationToken))
                declined[id] = explanation;
        }

        return [.. rows.Select(r => r with { DeclinedBy = declined.GetValueOrDefault(r.Purchase.Id)?.Control })];
    }

    private async Task<PurchaseTotals> SumAsync(PurchaseQuery query, bool all, CancellationToken cancellationToken)
    {
        var totals = await search.SumAsync(query, PurchaseTotals.AtMost, cancellationToken);
        if (!totals.IsCut)
            return totals;
        var byDays = query.Accounts is { } accounts && query == new PurchaseQuery(accounts, null)
            ? await spend.FindSumAsync(accounts, cancellationToken)
            : null;
        return byDays ?? (all ? await search.SumAsync(query, null, cancellationToken) : totals);
    }

    private async Task<HistoryImport?> FindImportAsync(PurchaseQuery query, CancellationToken cancellationToken)
    {
        var accounts = new List<AccountId>(query.Accounts ?? []);
        foreach (var cardholder in query.Accounts is null ? query.Cardholders ?? [] : [])
        {
            if (await access.FindAccountOfAsync(cardholder, cancellationToken) is { } account)
                accounts.Add(account);
        }

        return await import.FindHistoryImportAsync(accounts, cancellationToken);
    }
}
