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

    /// <summary>No more are counted.</summary>
    public const int CountedAtMost = 10_000;

    public Requirement Requirement => Filter.Requirement;
}

/// <param name="Managed">Those of the accounts that the person is an admin of.</param>
/// <param name="Total">How many match; one more than <see cref="SearchCards.CountedAtMost"/> where they are more.</param>
public sealed record FoundCards(
    IReadOnlyList<Account> Accounts, IReadOnlyList<AccountId> Managed, IReadOnlyList<CardView> Cards, CardId? Previous, CardId? Next,
    int Total, ImportProgress Import);

internal sealed class SearchCardsValidator : AbstractValidator<SearchCards>
{
    public SearchCardsValidator() => RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
}

internal sealed class SearchCardsHandler(
    VisibleAccounts visible, ManagedAccounts managed, ICardSearch search, IImportStatus import, TimeProvider time)
    : IRequestHandler<SearchCards, FoundCards>
{
    public async Task<FoundCards> Handle(SearchCards request, CancellationToken cancellationToken)
    {
        var accounts = await visible.ListAsync(cancellationToken);
        var query = request.Filter.ToQuery(accounts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var read = await search.PageAsync(query, request.After, request.Before, SearchCards.PageSize + 1, cancellationToken);
        var page = KeysetPage<CardView>.Of(
            read, SearchCards.PageSize, isOn: request.After is not null, isBack: request.After is null && request.Before is not null);
        return new FoundCards(
            accounts, await managed.ListAsync(null, cancellationToken), page.Items, page.Previous(v => v.Card.Id),
            page.Next(v => v.Card.Id),
            await search.CountAsync(query, SearchCards.CountedAtMost + 1, cancellationToken),
            await import.GetProgressAsync(cancellationToken));
    }
}
