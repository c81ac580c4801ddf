using CleanIssuing.Domain.Accounts;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The person's own cards, and the accounts whose cards they see.</summary>
public sealed record GetMyCards : IRequest<MyCards>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

public sealed record MyCards(IReadOnlyList<CardView> Cards, IReadOnlyList<Account> VisibleAccounts, ImportProgress Import);

internal sealed class GetMyCardsHandler(
    ICurrentActor current, IAccessReader access, ICardReader cards, VisibleAccounts visible, IImportStatus import)
    : IRequestHandler<GetMyCards, MyCards>
{
    public async Task<MyCards> Handle(GetMyCards request, CancellationToken cancellationToken)
    {
        var own = await access.ListOwnCardholdersAsync(current.Actor.UserId!, cancellationToken);
        return new MyCards(
            own.Count == 0 ? [] : await cards.ListForCardholdersAsync(own, cancellationToken),
            await visible.ListAsync(cancellationToken),
            await import.GetProgressAsync(cancellationToken));
    }
}
