using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The ids of the cards that match, to choose all of them: of accounts that the person manages, without canceled ones.</summary>
public sealed record ListMatchingCards(CardFilter Filter) : IRequest<IReadOnlyList<CardId>>, IAuthorizedRequest
{
    /// <summary>As many as a bulk edit takes.</summary>
    public const int AtMost = 5000;

    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

internal sealed class ListMatchingCardsValidator : AbstractValidator<ListMatchingCards>
{
    public ListMatchingCardsValidator() => RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
}

internal sealed class ListMatchingCardsHandler(VisibleAccounts visible, ManagedAccounts managed, ICardSearch search, TimeProvider time)
    : IRequestHandler<ListMatchingCards, IReadOnlyList<CardId>>
{
    public async Task<IReadOnlyList<CardId>> Handle(ListMatchingCards request, CancellationToken cancellationToken)
    {
        var own = await managed.ListAsync(request.Filter.Account, cancellationToken);
        var accounts = (await visible.ListAsync(cancellationToken)).Where(a => own.Contains(a.Id)).ToList();
        var query = request.Filter.ToQuery(accounts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return await search.ListIdsAsync(query with { IsOpen = true }, ListMatchingCards.AtMost, cancellationToken);
    }
}
