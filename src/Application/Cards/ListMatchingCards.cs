using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The ids of the cards that match, to choose all of them: of accounts that the person manages, without canceled ones.</summary>
public sealed record ListMatchingCards(CardFilter Filter) : IRequest<MatchingCards>, IAuthorizedRequest
{
    /// <summary>As many as a bulk edit takes.</summary>
    public const int AtMost = 5000;

    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

/// <param name="Ids">No more than a bulk edit takes.</param>
/// <param name="Total">How many match.</param>
public sealed record MatchingCards(IReadOnlyList<CardId> Ids, int Total);

internal sealed class ListMatchingCardsValidator : AbstractValidator<ListMatchingCards>
{
    public ListMatchingCardsValidator() => RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
}

internal sealed class ListMatchingCardsHandler(VisibleAccounts visible, ManagedAccounts managed, ICardSearch search, TimeProvider time)
    : IRequestHandler<ListMatchingCards, MatchingCards>
{
    public async Task<MatchingCards> Handle(ListMatchingCards request, CancellationToken cancellationToken)
    {
        var own = await managed.ListAsync(request.Filter.Account, cancellationToken);
        var accounts = (await visible.ListAsync(cancellationToken)).Where(a => own.Contains(a.Id)).ToList();
        var query = request.Filter.ToQuery(accounts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) with { IsOpen = true };
        var ids = await search.ListIdsAsync(query, ListMatchingCards.AtMost, cancellationToken);
        return new MatchingCards(
            ids,
            ids.Count < ListMatchingCards.AtMost
                ? ids.Count
                : await search.CountAsync(query, int.MaxValue, cancellationToken));
    }
}
