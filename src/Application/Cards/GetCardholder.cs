using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A cardholder and their cards, for admins and viewers of their account.</summary>
/// <param name="CardholderId">The cardholder.</param>
public sealed record GetCardholder(string CardholderId) : IRequest<CardholderPage>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new SeesSomeAccount();
}

/// <summary>A cardholder.</summary>
/// <param name="Cardholder">The cardholder.</param>
/// <param name="Cards">Their cards.</param>
public sealed record CardholderPage(Cardholder Cardholder, IReadOnlyList<CardView> Cards);

internal sealed class GetCardholderHandler(ICurrentActor current, IAccessReader access, ICardholderReader cardholders, ICardSearch search)
    : IRequestHandler<GetCardholder, CardholderPage>
{
    private const int CardsAtMost = 200;

    public async Task<CardholderPage> Handle(GetCardholder request, CancellationToken cancellationToken)
    {
        var found = CardholderId.IsValid(request.CardholderId)
            ? await cardholders.FindAsync(CardholderId.Parse(request.CardholderId), cancellationToken)
            : null;
        // One of another account does not exist.
        if (found is null || !(await access.SeenByAsync(current.Actor.UserId!, cancellationToken)).Contains(found.AccountId))
            throw new NotFoundException("cardholder");

        return new CardholderPage(
            found, await search.PageAsync(new CardQuery([found.AccountId], Cardholder: found.Id), null, CardsAtMost, cancellationToken));
    }
}
