using System.Globalization;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Sets a card's spending controls to what they were before a change. That is a change itself, and is audited as one.</summary>
/// <param name="CardId">The card.</param>
/// <param name="ChangeId">The change to go back before.</param>
/// <param name="Version">The version that the person saw.</param>
/// <param name="RequestId">The form's own id, so that a second click is the same change.</param>
public sealed record RevertSpendControls(string CardId, long ChangeId, string? Version, string? RequestId = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);
}

internal sealed class RevertSpendControlsHandler(IControlHistory history, ISender sender) : IRequestHandler<RevertSpendControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(RevertSpendControls request, CancellationToken cancellationToken)
    {
        var change = await history.FindAsync(CardId.Parse(request.CardId), request.ChangeId, cancellationToken)
            ?? throw new NotFoundException("change");
        return await sender.Send(
            new UpdateSpendControls(
                request.CardId, SpendControlsInput.From(change.Before), request.Version,
                string.Create(CultureInfo.InvariantCulture, $"Back to before the change of {change.At:yyyy-MM-dd HH:mm} UTC"), request.RequestId),
            cancellationToken);
    }
}
