using System.Globalization;
using System.Text.Json;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Changes some or all of a card's spend controls.</summary>
/// <param name="Version">The version that the editor started from; none overwrites whatever is there.</param>
/// <param name="RevertOf">The time of the change that this one takes back.</param>
public sealed record UpdateSpendControls(
    CardId CardId, SpendControlsInput Controls, string? Version, string? Reason = null, string? RequestId = null,
    DateTimeOffset? RevertOf = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest, IAuditedRequest
{
    internal const string OperationKind = "spend_controls.update";

    public Requirement Requirement => new ManagesCard(CardId);

    public AuditedAction Audit => new(OperationKind, CardId.Value);
}

public sealed record SpendControlsUpdated(
    Card Card, SpendingControls Before, IReadOnlyList<Detail> Differences, string? StripeRequestId, IReadOnlyList<Detail> AuditDetails)
    : IStripeAnswer, IAuditedAnswer;

internal sealed class UpdateSpendControlsValidator : AbstractValidator<UpdateSpendControls>
{
    public UpdateSpendControlsValidator()
    {
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Reason).MaximumLength(500).WithReason(InvalidReason.ReasonTooLong);
        RuleFor(r => r.RequestId).MaximumLength(StripeOperation.LongestRequestId);
    }
}

internal sealed class UpdateSpendControlsHandler(
    ICardReader cards, ICardGateway stripe, ICardReplicaUpdater updater, ICardReplicaStore replicas, IControlHistory history,
    IStripeOperations operations, AccountContext account, ICurrentActor current)
    : IRequestHandler<UpdateSpendControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(UpdateSpendControls request, CancellationToken cancellationToken)
    {
        var id = request.CardId;
        var known = (await cards.FindAsync(id, cancellationToken) ?? throw new NotFoundException(EntityKind.Card)).Card;
        if (known.Status == CardStatus.Canceled)
            throw new RuleViolationException(RefusalReason.CardCanceled, CardAction.ChangeControls);

        var intent = new ControlsIntent(
            request.Controls, string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(), request.RevertOf);
        var change = request.Controls.ToChange(known.Currency);
        StripeState<Card>? read = null;
        SpendingControls? before = null;
        ControlChange? made = null;
        var answer = await operations.RunAsync(
            new StripeOperation(
                UpdateSpendControls.OperationKind, id.Value, known.AccountId, request.RequestId, JsonSerializer.SerializeToElement(intent)),
            async token =>
            {
                // From now on nobody else changes the card through this portal. What the editor saw is held against what Stripe has,
                // for the replica may lag behind a change made there.
                read = await updater.ReadWithinOperationAsync(id, known.AccountId, account.OnBehalfOf, token);
                before = read.State.SpendingControls;
                if (read.State.Status == CardStatus.Canceled)
                    throw new RuleViolationException(RefusalReason.CardCanceled, CardAction.ChangeControls);
                if (!before.With(change).Equals(before) && request.Version is { } version && version != before.Version)
                    throw new ControlsConflictException(before);
            },
            (key, token) => before!.With(change).Equals(before)
                ? Task.FromResult(read!)
                : stripe.SetControlsAsync(id, before!, before!.With(change), known.AccountId, account.OnBehalfOf, key, token),
            (pending, card) => ApplyAsync(pending, card, before!, intent),
            async _ =>
            {
                var now = await stripe.GetAsync(id, known.AccountId, account.OnBehalfOf, CancellationToken.None);
                return now.State.SpendingControls.Equals(before!.With(change)) ? now : null;
            },
            async (earlier, _) =>
            {
                // A repeated click is told what the first one did, unless somebody has changed it since.
                var now = (await cards.FindAsync(id, cancellationToken))!.Card;
                if (!now.SpendingControls.With(change).Equals(now.SpendingControls))
                    throw new ControlsConflictException(now.SpendingControls);
                made = await history.FindByOperationAsync(id, earlier.Key, cancellationToken);
                return made is null ? now : now with { SpendingControls = made.After };
            },
            card => card.Id.Value,
            cancellationToken);

        before ??= made?.Before ?? answer.State.SpendingControls;
        var differences = SpendingControlsDiff.Between(before, answer.State.SpendingControls);
        return new SpendControlsUpdated(answer.State, before, differences, answer.StripeRequestId, AuditDetails(differences, intent));
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

    private async Task ApplyAsync(PendingOperation pending, Card card, SpendingControls before, ControlsIntent intent)
    {
        await replicas.UpsertWithinOperationAsync(card, CancellationToken.None);
        if (before.Equals(card.SpendingControls))
            return;
        // An event may have told of somebody else's change while ours was under way: the history has no gaps.
        if (await history.GetLatestAsync(card.Id, CancellationToken.None) is { } last && !last.After.Equals(before))
            await history.AddAsync(
                new ControlChange
                {
                    CardId = card.Id,
                    At = card.AsOf,
                    Source = ControlChangeSource.Stripe,
                    Before = last.After,
                    After = before
                },
                CancellationToken.None);
        await history.AddAsync(
            new ControlChange
            {
                CardId = card.Id,
                At = card.AsOf,
                Source = ControlChangeSource.Portal,
                ActorId = current.Actor.UserId,
                ActorName = current.Actor.Name,
                Reason = intent.Reason,
                RevertOf = intent.RevertOf,
                OperationKey = pending.Key,
                Before = before,
                After = card.SpendingControls,
            },
            CancellationToken.None);
    }
}
