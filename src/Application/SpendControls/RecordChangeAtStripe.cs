using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Embedded;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.SpendControls;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// Keeps a line of the history, and of the trail, for a change that was made at Stripe. Stripe does not say who made it; where
/// somebody had its component open with leave to change controls, it is taken for theirs.
/// </summary>
internal sealed class RecordChangeAtStripe(IControlHistory history, IOpenedComponents components, IAuditNotes trail, TimeProvider time)
    : INotificationHandler<ControlsChangedAtStripe>
{
    /// <summary>About as long as a session in the component lasts.</summary>
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(1);

    public async Task Handle(ControlsChangedAtStripe notification, CancellationToken cancellationToken)
    {
        var (card, before) = (notification.Card, notification.Before);
        var open = await components.SinceAsync(card.AccountId, time.GetUtcNow() - OpenFor, cancellationToken);
        var person = open.Count > 0 ? open[0] : null;
        await history.AddAsync(
            new ControlChange
            {
                CardId = card.Id,
                At = card.AsOf,
                Source = person is null ? ControlChangeSource.Stripe : ControlChangeSource.StripeComponent,
                ActorId = person?.UserId,
                ActorName = person is null ? null : string.Join(" or ", open.Select(o => o.UserName).Distinct(StringComparer.Ordinal)),
                Before = before,
                After = card.SpendingControls,
            },
            cancellationToken);

        var entry = new AuditEntry
        {
            At = card.AsOf,
            ActorId = person?.UserId,
            ActorName = person?.UserName ?? "stripe",
            IpAddress = person?.IpAddress,
            Action = person is null ? "spend_controls.changed_at_stripe" : "spend_controls.update_in_component",
            Subject = card.Id.Value,
            AccountId = card.AccountId,
        };
        await trail.AddAsync(
            entry.End(new AuditEnd(
                AuditOutcome.Succeeded, Details: string.Join("; ", ControlWords.Differences(before, card.SpendingControls, card.Currency)))),
            cancellationToken);
    }
}
