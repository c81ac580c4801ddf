using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A cardholder with their cards.</summary>
public sealed record GetCardholder(CardholderId CardholderId) : IRequest<CardholderPage>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesSomeAccount();
}

/// <param name="IsManaged">Whether the person is an admin of the account.</param>
/// <param name="Unconfirmed">A card that was to be issued, or controls to be changed, where Stripe did not confirm it at once.</param>
public sealed record CardholderPage(
    Cardholder Cardholder, IReadOnlyList<CardView> Cards, bool IsManaged, UnconfirmedChange? Unconfirmed);

internal sealed class GetCardholderHandler(ICurrentActor current, IAccessReader access, ICardholderReader cardholders, ICardSearch search,
    TimeProvider time)
    : IRequestHandler<GetCardholder, CardholderPage>
{
    private const int CardsAtMost = 200;

    public async Task<CardholderPage> Handle(GetCardholder request, CancellationToken cancellationToken)
    {
        var found = await cardholders.FindAsync(request.CardholderId, cancellationToken);
        // One of another account does not exist.
        if (found is null || !(await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken)).Contains(found.AccountId))
            throw new NotFoundException(EntityKind.Cardholder);

        var query = new CardQuery([found.AccountId], Cardholder: found.Id);
        return new CardholderPage(found, await search.PageAsync(query, null, null, CardsAtMost, cancellationToken),
            await access.IsAdminAsync(current.Actor.UserId!, found.AccountId, cancellationToken),
            await cardholders.FindUnconfirmedChangeAsync(found.Id, cancellationToken) is { } change && change.IsTold(time.GetUtcNow())
                ? change
                : null);
    }
}
