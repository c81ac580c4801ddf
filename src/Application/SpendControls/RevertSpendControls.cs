using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Sets the controls to what they were before a change.</summary>
/// <param name="Version">The version that the person saw.</param>
public sealed record RevertSpendControls(CardId CardId, long ChangeId, string? Version, string? RequestId = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesCard(CardId);
}

internal sealed class RevertSpendControlsHandler(IControlHistory history, ISender sender)
    : IRequestHandler<RevertSpendControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(RevertSpendControls request, CancellationToken cancellationToken)
    {
        var change = await history.FindAsync(request.CardId.Value, request.ChangeId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.ControlChange);
        return await sender.Send(
            new UpdateSpendControls(
                request.CardId, SpendControlsInput.From(change.Before), request.Version, null, request.RequestId, change.At),
            cancellationToken);
    }
}
