using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// Exchanges a nonce of Stripe.js for an ephemeral key, with which the browser shows the details of this one card
/// (https://docs.stripe.com/issuing/elements#ephemeral-key-authentication).
/// </summary>
public sealed record CreateEphemeralKey(CardId CardId, Nonce Nonce, RevealedDetails What = RevealedDetails.Card)
    : IRequest<EphemeralKeyIssued>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new MayRevealCardDetails(CardId, What);

    public AuditedAction Audit => new(What == RevealedDetails.Pin ? "card_details.reveal_pin" : "card_details.reveal", CardId.Value);

    /// <summary>The name alone: the nonce is a secret.</summary>
    public override string ToString() => nameof(CreateEphemeralKey);
}

public sealed record EphemeralKeyIssued(CardId CardId, Nonce Nonce, EphemeralKey Key) : IStripeAnswer
{
    public string? StripeRequestId => Key.StripeRequestId;
}

internal sealed class CreateEphemeralKeyHandler(
    ICardReader cards, AccountContext account, IEphemeralKeyGateway stripe, ICardReplicaUpdater replicas, IAccessReader access,
    IStepUpProofs proofs)
    : IRequestHandler<CreateEphemeralKey, EphemeralKeyIssued>
{
    public async Task<EphemeralKeyIssued> Handle(CreateEphemeralKey request, CancellationToken cancellationToken)
    {
        if (await cards.GetStatusAsync(request.CardId, cancellationToken) == CardStatus.Canceled)
            throw new RuleViolationException(RefusalReason.CardCanceled, CardAction.Reveal);
        if (request.What == RevealedDetails.Pin && access.GetStepUp(account.Id!.Value).Scope != StepUpScope.Off
            && !await proofs.UseForPinAsync(request.CardId, cancellationToken))
            throw new StepUpRequiredException();

        try
        {
            var key = await stripe.CreateAsync(request.CardId, account.OnBehalfOf, request.Nonce, cancellationToken);
            return new EphemeralKeyIssued(request.CardId, request.Nonce, key);
        }
        catch (StripeRefusedException refusal) when (refusal.Reason == RefusalReason.KeyRefused)
        {
            // The refusal does not say why; perhaps the card was canceled in the Dashboard, and we have not heard of it yet.
            var (now, _) = await replicas.ReadAsync(request.CardId, account.Card!.Account, account.OnBehalfOf, cancellationToken);
            throw now.Status == CardStatus.Canceled
                ? new RuleViolationException(RefusalReason.CardCanceled, CardAction.Reveal)
                : refusal;
        }
    }
}
