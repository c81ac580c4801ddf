using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// Keeps a change that was made at Stripe in the history and in the audit log. Stripe does not say who made it: whoever had its
/// component open within the hour, with leave to change controls, is named as a possible one, and as no more than that.
/// </summary>
internal sealed class RecordChangeAtStripe(IControlHistory history, IComponentEditors editors, IAuditLog log, TimeProvider time)
    : INotificationHandler<ControlsChangedAtStripe>
{
    private const int NamedAtMost = 3;

    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(1);

    public async Task Handle(ControlsChangedAtStripe notification, CancellationToken cancellationToken)
    {
        var (owner, before) = (notification.Owner, notification.Before);
        var open = await editors.ListSinceAsync(owner.AccountId, time.GetUtcNow() - OpenFor, cancellationToken);
        var possibly = Names([.. open.Select(o => o.UserName).Distinct(StringComparer.Ordinal)]);
        await history.AddAsync(
            new ControlChange
            {
                OwnerId = owner.OwnerId,
                At = owner.AsOf,
                Source = possibly is null ? ControlChangeSource.Stripe : ControlChangeSource.StripeComponent,
                ActorName = possibly,
                Before = before,
                After = owner.SpendingControls,
            },
            cancellationToken);

        await log.RecordAsync(
            new AuditedAction(
                possibly is null ? "spend_controls.changed_at_stripe" : "spend_controls.update_in_component", owner.OwnerId),
            Actor.Webhook(),
            owner.AccountId, owner.AsOf,
            new AuditResult(
                AuditOutcome.Succeeded,
                Details: Detail.Write([.. Guess(possibly), .. SpendingControlsDiff.Between(before, owner.SpendingControls)])),
            cancellationToken);
    }

    private static string? Names(IReadOnlyList<string> editors)
    {
        if (editors.Count == 0)
            return null;
        var named = string.Join(" / ", editors.Take(NamedAtMost)) + (editors.Count > NamedAtMost ? " / …" : "");
        return named.Length <= ControlChange.LongestActorName ? named : named[..ControlChange.LongestActorName];
    }

    private static IEnumerable<Detail> Guess(string? possibly) =>
        possibly is null ? [] : [new Detail("embedded.possibly_by", possibly)];
}
