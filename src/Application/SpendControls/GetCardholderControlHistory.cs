using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A page of the history of a cardholder's spend controls, the latest change first.</summary>
public sealed record GetCardholderControlHistory(CardholderId CardholderId, long? Before = null)
    : IRequest<ControlHistoryPage>, IAuthorizedRequest
{
    public Requirement Requirement => new MayViewCardholder(CardholderId);
}

internal sealed class GetCardholderControlHistoryHandler(
    ICardholderReader cardholders, IControlHistory history, ICurrentActor current, IAccessReader access)
    : IRequestHandler<GetCardholderControlHistory, ControlHistoryPage>
{
    public async Task<ControlHistoryPage> Handle(GetCardholderControlHistory request, CancellationToken cancellationToken)
    {
        var owner = await cardholders.FindAsync(request.CardholderId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Cardholder);
        var (changes, next) = await history.PageAsync(owner.Id.Value, request.Before, cancellationToken);
        var isManaged = await access.IsAdminAsync(current.Actor.UserId!, owner.AccountId, cancellationToken);
        return new ControlHistoryPage(owner, changes, next, isManaged);
    }
}
