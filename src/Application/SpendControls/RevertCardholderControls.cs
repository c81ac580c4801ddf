using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Sets the controls of a cardholder to what they were before a change.</summary>
/// <param name="Version">The version that the person saw.</param>
public sealed record RevertCardholderControls(CardholderId CardholderId, long ChangeId, string? Version, string? RequestId = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesCardholder(CardholderId);
}

internal sealed class RevertCardholderControlsHandler(IControlHistory history, ISender sender)
    : IRequestHandler<RevertCardholderControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(RevertCardholderControls request, CancellationToken cancellationToken)
    {
        var change = await history.FindAsync(request.CardholderId.Value, request.ChangeId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.ControlChange);
        // Where there was no limit, none is set, whatever the currency.
        var currency = change.Before.LimitsCurrency ?? change.After.LimitsCurrency ?? Currency.Usd;
        return await sender.Send(
            new UpdateCardholderControls(
                request.CardholderId, SpendControlsInput.From(change.Before), currency, request.Version, null, request.RequestId,
                change.At),
            cancellationToken);
    }
}
