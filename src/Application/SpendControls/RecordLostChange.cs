using System.Text.Json;
using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Keeps a line of the history for a change whose answer had been lost: the person's, where Stripe has what they wanted.</summary>
internal sealed class RecordLostChange(IControlHistory history) : INotificationHandler<LostWriteFound>
{
    public async Task Handle(LostWriteFound notification, CancellationToken cancellationToken)
    {
        if (notification.Before is not { } before)
            return;

        var (write, card) = (notification.Write, notification.Card);
        var intent = write.Intent.Kind == "spend_controls.update" ? write.Intent.Intent.Deserialize<ControlsIntent>() : null;
        var isTheirs = intent is not null && before.With(intent.Wanted.ToChange()).Equals(card.SpendingControls);
        await history.AddAsync(
            new ControlChange
            {
                CardId = card.Id,
                At = isTheirs ? write.StartedAt : card.AsOf,
                Source = isTheirs ? ControlChangeSource.Portal : ControlChangeSource.Stripe,
                ActorId = isTheirs ? write.ActorId : null,
                ActorName = isTheirs ? write.ActorName : null,
                Reason = isTheirs ? intent!.Reason : null,
                Before = before,
                After = card.SpendingControls,
            },
            cancellationToken);
    }
}
