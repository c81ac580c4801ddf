using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Keeps a line of the history for a change that was made at Stripe.</summary>
internal sealed class RecordChangeAtStripe(IControlHistory history) : INotificationHandler<ControlsChangedAtStripe>
{
    public Task Handle(ControlsChangedAtStripe notification, CancellationToken cancellationToken) => history.AddAsync(
        new ControlChange
        {
            CardId = notification.Card.Id,
            At = notification.Card.AsOf,
            Source = ControlChangeSource.Stripe,
            Before = notification.Before,
            After = notification.Card.SpendingControls,
        },
        cancellationToken);
}
