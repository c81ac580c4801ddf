using System.Text.Json;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A change of controls has been made where making it once more would change nothing.</summary>
internal sealed class ControlsWriteJudge : ILostWriteJudge
{
    public bool Judges(string kind) => kind == "spend_controls.update";

    public bool IsMade(OpenWrite write, Card card) =>
        card.SpendingControls.With(write.Intent.Intent.Deserialize<ControlsIntent>()!.Wanted.ToChange()).Equals(card.SpendingControls);
}

/// <summary>Keeps a line of the history for a change whose answer had been lost: the person's, where Stripe has what they wanted.</summary>
internal sealed class RecordLostChange(IControlHistory history, ControlsWriteJudge judge) : INotificationHandler<LostWriteFound>
{
    public async Task Handle(LostWriteFound notification, CancellationToken cancellationToken)
    {
        if (notification.Before is not { } before)
            return;

        var (write, card) = (notification.Write, notification.Card);
        var intent = judge.Judges(write.Intent.Kind) ? write.Intent.Intent.Deserialize<ControlsIntent>() : null;
        var isTheirs = intent is not null && judge.IsMade(write, card);
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
