using System.Text.Json;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// Changes a card's spending controls at Stripe (https://docs.stripe.com/api/issuing/cards/update). What Stripe answers is what
/// is kept here, with what was before.
/// </summary>
/// <param name="CardId">The card.</param>
/// <param name="Controls">The new controls; what is left out is not touched.</param>
/// <param name="Version">The version that the editor started from; none changes whatever is there.</param>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="RequestId">The form's own id, so that a second click is the same change.</param>
public sealed record UpdateSpendControls(string CardId, SpendControlsInput Controls, string? Version, string? Reason = null, string? RequestId = null)
    : IRequest<SpendControlsUpdated>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new ManagesCard(CardId);

    /// <inheritdoc />
    public AuditedAction Audit => new("spend_controls.update", CardId);
}

/// <summary>The controls as Stripe has them now.</summary>
/// <param name="Card">The card.</param>
/// <param name="Before">What was before.</param>
/// <param name="Differences">What changed, a line each.</param>
/// <param name="StripeRequestId">Stripe's id of the request.</param>
/// <param name="AuditDetails">What changed and why.</param>
public sealed record SpendControlsUpdated(
    Card Card, SpendingControls Before, IReadOnlyList<string> Differences, string? StripeRequestId, string? AuditDetails) : IStripeAnswer, IAuditedAnswer;

/// <summary>Somebody else changed the controls meanwhile; carries what is there now.</summary>
/// <param name="current">What is there now.</param>
/// <param name="currency">The card's currency.</param>
public sealed class ControlsConflictException(SpendingControls current, string currency)
    : ExpectedException("Somebody else changed these controls while you were editing. Look at both versions, then save yours or keep theirs.", "conflict")
{
    /// <summary>What is there now.</summary>
    public SpendingControls Current { get; } = current;

    /// <summary>The card's currency.</summary>
    public string Currency { get; } = currency;
}

internal sealed class UpdateSpendControlsValidator : AbstractValidator<UpdateSpendControls>
{
    public UpdateSpendControlsValidator()
    {
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Reason).MaximumLength(500).WithMessage("Keep the reason within 500 characters.");
        RuleFor(r => r.RequestId).MaximumLength(64);
    }
}

internal sealed class UpdateSpendControlsHandler(
    ICardReader cards, ICardGateway stripe, CardStates states, ICardCopies copies, IControlHistory history, StripeWriter writer,
    AuthorizedAccount account, ICurrentActor current, TimeProvider time) : IRequestHandler<UpdateSpendControls, SpendControlsUpdated>
{
    public async Task<SpendControlsUpdated> Handle(UpdateSpendControls request, CancellationToken cancellationToken)
    {
        var id = CardId.Parse(request.CardId);
        var known = (await cards.FindAsync(id, cancellationToken) ?? throw new NotFoundException("card")).Card;
        if (known.Status == CardStatus.Canceled)
            throw new RuleViolationException("This card was canceled, so its spending controls can no longer be changed.", "card_canceled");

        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        var change = request.Controls.ToChange();
        SpendingControls? before = null;
        var answer = await writer.RunAsync(
            new WriteIntent(
                "spend_controls.update", id.Value, known.AccountId, request.RequestId,
                JsonSerializer.SerializeToElement(new ControlsIntent(request.Controls, reason))),
            async (key, token) =>
            {
                // Nobody else changes the card through here from now on; what the editor saw is held against what Stripe has,
                // for our copy may lag behind a change made there.
                var now = await stripe.GetAsync(id, known.AccountId, account.OnBehalfOf, token);
                before = now.State.SpendingControls;
                await states.KeepOtherAsync(now.State, token);
                if (before.With(change).Equals(before))
                    return now;
                if (request.Version is { } version && version != before.Version)
                    throw new ControlsConflictException(before, known.Currency);

                return await stripe.SetControlsAsync(id, change, known.AccountId, account.OnBehalfOf, key, token);
            },
            (_, card) => KeepAsync(card, before!, reason),
            async _ => before is not null && await stripe.GetAsync(id, known.AccountId, account.OnBehalfOf, CancellationToken.None) is var now
                && now.State.SpendingControls.Equals(before.With(change)) ? now : null,
            async _ => (await cards.FindAsync(id, cancellationToken))!.Card,
            card => card.SpendingControls.Version,
            cancellationToken);

        // A repeated click is told what the first one did.
        before ??= (await history.LatestAsync(id, cancellationToken))?.Before ?? answer.State.SpendingControls;
        var differences = ControlWords.Differences(before, answer.State.SpendingControls, known.Currency);
        var details = differences.Count == 0 ? "no difference" : string.Join("; ", differences) + (reason is null ? "" : ". Reason: " + reason);
        return new SpendControlsUpdated(answer.State, before, differences, answer.StripeRequestId, details);
    }

    private async Task KeepAsync(Card card, SpendingControls before, string? reason)
    {
        await copies.KeepAsync(card, CancellationToken.None);
        if (before.Equals(card.SpendingControls))
            return;
        // An event may have told of somebody else's change while ours was under way: the history has no gaps.
        if (await history.LatestAsync(card.Id, CancellationToken.None) is { } last && !last.After.Equals(before))
            await history.AddAsync(
                new ControlChange { CardId = card.Id, At = card.AsOf, Source = ControlChangeSource.Stripe, Before = last.After, After = before },
                CancellationToken.None);
        await history.AddAsync(
            new ControlChange
            {
                CardId = card.Id, At = time.GetUtcNow(), Source = ControlChangeSource.Portal, ActorId = current.Actor.UserId,
                ActorName = current.Actor.Name, Reason = reason, Before = before, After = card.SpendingControls,
            },
            CancellationToken.None);
    }
}

/// <summary>What a change that was interrupted wanted.</summary>
/// <param name="Wanted">The change.</param>
/// <param name="Reason">Why.</param>
internal sealed record ControlsIntent(SpendControlsInput Wanted, string? Reason);
