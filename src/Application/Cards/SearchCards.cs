using CleanIssuing.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A page of the cards that the person sees.</summary>
/// <param name="After">The last card of the page before.</param>
/// <param name="Before">The first card of the page after.</param>
public sealed record SearchCards(CardFilter Filter, CardId? After = null, CardId? Before = null) : IRequest<FoundCards>, IAuthorizedRequest
{
    public const int PageSize = 50;

    /// <summary>No more are counted of those that a text is looked for in, which no index counts.</summary>
    public const int CountedAtMost = 10_000;

    public Requirement Requirement => Filter.Requirement;
}

/// <param name="Managed">Those of the accounts that the person is an admin of.</param>
/// <param name="IsRanked">Whether they are sorted as asked; not where too many match to be sorted by what is spent with them.</param>
/// <param name="Total">How many match; with a text, one more than <see cref="SearchCards.CountedAtMost"/> where they are more.</param>
public sealed record FoundCards(
    IReadOnlyList<Account> Accounts, IReadOnlyList<AccountId> Managed, IReadOnlyList<CardView> Cards, CardId? Previous, CardId? Next,
    int Total, bool IsRanked, ImportProgress Import);

internal sealed class SearchCardsValidator : AbstractValidator<SearchCards>
{
    public SearchCardsValidator() => RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
}

internal sealed class SearchCardsHandler(
    VisibleAccounts visible, ManagedAccounts managed, ICardSearch search, ICardRanking ranking, IImportStatus import,
    TimeProvider time)
    : IRequestHandler<SearchCards, FoundCards>
{
    public async Task<FoundCards> Handle(SearchCards request, CancellationToken cancellationToken)
    {
        var accounts = await visible.ListAsync(cancellationToken);
        var query = request.Filter.ToQuery(accounts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var total = await search.CountAsync(query, query.Text is null ? int.MaxValue : SearchCards.CountedAtMost + 1, cancellationToken);
        var byUse = ICardRanking.Knows(query.Sort);
        var ranks = byUse && total <= ICardRanking.AtMost;
        var page = ranks
            ? await RankedAsync(query, request, cancellationToken)
            : await PageAsync(byUse ? query with { Sort = CardSort.Newest } : query, request, cancellationToken);
        return new FoundCards(
            accounts, await managed.ListAsync(null, cancellationToken), page.Items, page.Previous(v => v.Card.Id),
            page.Next(v => v.Card.Id), total, ranks || !byUse, await import.GetProgressAsync(cancellationToken));
    }

    private async Task<KeysetPage<CardView>> PageAsync(CardQuery query, SearchCards request, CancellationToken cancellationToken) =>
        KeysetPage<CardView>.Of(
            await search.PageAsync(query, request.After, request.Before, SearchCards.PageSize + 1, cancellationToken),
            SearchCards.PageSize, isOn: request.After is not null, isBack: request.After is null && request.Before is not null);

    private async Task<KeysetPage<CardView>> RankedAsync(CardQuery query, SearchCards request, CancellationToken cancellationToken)
    {
        var some = await search.PageAsync(
            query with { Sort = CardSort.Newest }, null, null, ICardRanking.AtMost, cancellationToken);
        var ranked = await ranking.RankAsync(query.Accounts, some, query.Sort, cancellationToken);
        return RankedPage.Of(ranked, v => v.Card.Id, request.After, request.Before, SearchCards.PageSize);
    }
}
