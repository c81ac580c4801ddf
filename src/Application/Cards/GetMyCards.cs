using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The cards that the person holds, and the accounts whose cards they manage.</summary>
public sealed record GetMyCards : IRequest<MyCards>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new SignedIn();
}

/// <summary>What is one's own.</summary>
/// <param name="Cards">The cards that the person holds.</param>
/// <param name="ManagedAccounts">The accounts that they are an admin of.</param>
/// <param name="Import">How far the copying from Stripe has come: until it ends, cards may be missing here.</param>
public sealed record MyCards(IReadOnlyList<CardView> Cards, IReadOnlyList<Account> ManagedAccounts, ImportProgress Import);

internal sealed class GetMyCardsHandler(ICurrentActor current, ICardReader cards, IImportStore imports)
    : IRequestHandler<GetMyCards, MyCards>
{
    public async Task<MyCards> Handle(GetMyCards request, CancellationToken cancellationToken)
    {
        var userId = current.Actor.UserId!;
        return new MyCards(
            await cards.HeldByAsync(userId, cancellationToken),
            await cards.SeenByAsync(userId, cancellationToken),
            await imports.ProgressAsync(cancellationToken));
    }
}
