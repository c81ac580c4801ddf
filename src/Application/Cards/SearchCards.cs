using CleanIssuing.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A page of the cards that the person sees.</summary>
public sealed record SearchCards(CardFilter Filter, CardId? After = null) : IRequest<FoundCards>, IAuthorizedRequest
{
    public const int PageSize = 50;

    public Requirement Requirement => Filter.Requirement;
}

/// <param name="Managed">Those of the accounts that the person is an admin of.</param>
public sealed record FoundCards(
    IReadOnlyList<Account> Accounts, IReadOnlyList<AccountId> Managed, IReadOnlyList<CardView> Cards, CardId? Next, ImportProgress Import);

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
        var page = await search.PageAsync(Query(), request.After, SearchCards.PageSize + 1, cancellationToken);
        var shown = page.Take(SearchCards.PageSize).ToList();
        return new FoundCards(
            accounts, await managed.ListAsync(null, cancellationToken), shown, page.Count > shown.Count ? shown[^1].Card.Id : null,
            await import.GetProgressAsync(cancellationToken));

        CardQuery Query() => request.Filter.ToQuery(accounts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }
}
