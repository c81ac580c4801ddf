using System.Globalization;
using System.Text.Json;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Changes the spend controls of a card or a cardholder: at Stripe, in the replica and in the history.</summary>
internal sealed class ControlsChanger<T>(
    IControlsAtStripe<T> stripe, IControlHistory history, IStripeOperations operations, ICurrentActor current)
    where T : class, IControlsOwner
{
    public async Task<SpendControlsUpdated> ChangeAsync(T known, ControlsEdit edit, CancellationToken cancellationToken)
    {
        var (id, change) = (known.OwnerId, edit.Change);
        stripe.RefuseWhereFinal(known);
        StripeState<T>? read = null;
        SpendingControls? before = null;
        ControlChange? made = null;
        var answer = await operations.RunAsync(
            new StripeOperation(
                stripe.OperationKind, id, known.AccountId, edit.RequestId, JsonSerializer.SerializeToElement(edit.Intent)),
            async (pending, token) =>
            {
                // From now on nobody else changes them through this portal. What the editor saw is held against what Stripe has, for the
                // replica may lag behind a change made there.
                read = await stripe.ReadWithinOperationAsync(pending, known, token);
                before = read.State.SpendingControls;
                stripe.RefuseWhereFinal(read.State);
                if (!before.With(change).Equals(before) && edit.Version is { } version && version != before.Version)
                    throw new ControlsConflictException(before);
            },
            (key, token) => before!.With(change).Equals(before)
                ? Task.FromResult(read!)
                : stripe.SetAsync(known, before!, before!.With(change), key, token),
            (pending, owner) => ApplyAsync(pending, owner, before!, edit.Intent),
            async _ =>
            {
                var now = await stripe.GetAsync(known, CancellationToken.None);
                return now.State.SpendingControls.Equals(before!.With(change)) ? now : null;
            },
            async (earlier, _) =>
            {
                // A repeated click is told what the first one did, unless somebody has changed it since.
                var now = (await stripe.FindReplicaAsync(id, cancellationToken))!;
                if (!now.SpendingControls.With(change).Equals(now.SpendingControls))
                    throw new ControlsConflictException(now.SpendingControls);
                made = await history.FindByOperationAsync(id, earlier.Key, cancellationToken);
                return now;
            },
            owner => owner.OwnerId,
            cancellationToken);

        var after = made?.After ?? answer.State.SpendingControls;
        before ??= made?.Before ?? after;
        var differences = SpendingControlsDiff.Between(before, after);
        return new SpendControlsUpdated(
            before, after, answer.State.AsOf, differences, answer.StripeRequestId, AuditDetails(differences, edit.Intent));
    }

    private static IReadOnlyList<Detail> AuditDetails(IReadOnlyList<Detail> differences, ControlsIntent intent)
    {
        if (differences.Count == 0)
            return [new Detail("controls.unchanged")];
        var details = differences.ToList();
        if (intent.RevertOf is { } reverted)
            details.Add(new Detail("controls.reverted", reverted.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
        if (intent.Reason is { } reason)
            details.Add(new Detail("controls.reason", reason));
        return details;
    }

    private async Task ApplyAsync(PendingOperation pending, T owner, SpendingControls before, ControlsIntent intent)
    {
        await stripe.UpsertWithinOperationAsync(owner, CancellationToken.None);
        if (before.Equals(owner.SpendingControls))
            return;
        // An event may have told of somebody else's change while ours was under way: the history has no gaps.
        if (await history.GetLatestAsync(owner.OwnerId, CancellationToken.None) is { } last && !last.After.Equals(before))
            await history.AddAsync(
                new ControlChange
                {
                    OwnerId = owner.OwnerId,
                    At = owner.AsOf,
                    Source = ControlChangeSource.Stripe,
                    Before = last.After,
                    After = before
                },
                CancellationToken.None);
        await history.AddAsync(
            new ControlChange
            {
                OwnerId = owner.OwnerId,
                At = owner.AsOf,
                Source = ControlChangeSource.Portal,
                ActorId = current.Actor.UserId,
                ActorName = current.Actor.Name,
                Reason = intent.Reason,
                RevertOf = intent.RevertOf,
                OperationKey = pending.Key,
                Before = before,
                After = owner.SpendingControls,
            },
            CancellationToken.None);
    }
}
