using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// Keeps a change that was made at Stripe in the history and in the audit log. Stripe does not say who made it: whoever had its
/// component open within the hour, with leave to change controls, is named as the likely one.
/// </summary>
internal sealed class RecordChangeAtStripe(IControlHistory history, IComponentEditors editors, IAuditLog log, TimeProvider time)
    : INotificationHandler<ControlsChangedAtStripe>
{
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(1);

    public async Task Handle(ControlsChangedAtStripe notification, CancellationToken cancellationToken)
    {
        var (card, before) = (notification.Card, notification.Before);
        var open = await editors.ListSinceAsync(card.AccountId, time.GetUtcNow() - OpenFor, cancellationToken);
        var person = open.Count > 0 ? open[0] : null;
        await history.AddAsync(
            new ControlChange
            {
                CardId = card.Id,
                At = card.AsOf,
                Source = person is null ? ControlChangeSource.Stripe : ControlChangeSource.StripeComponent,
                ActorId = person?.UserId,
                ActorName = person is null ? null : string.Join(" / ", open.Select(o => o.UserName).Distinct(StringComparer.Ordinal)),
                Before = before,
                After = card.SpendingControls,
            },
            cancellationToken);

        await log.RecordAsync(
            new AuditedAction(
                person is null ? "spend_controls.changed_at_stripe" : "spend_controls.update_in_component", card.Id.Value),
            person is null ? Actor.Webhook() : Actor.Person(person.UserId, person.UserName, person.IpAddress),
            card.AccountId, card.AsOf,
            new AuditResult(
                AuditOutcome.Succeeded,
                Details: Detail.Write(SpendingControlsDiff.Between(before, card.SpendingControls, card.Currency))),
            cancellationToken);
    }
}
