using System.Net;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Domain.CardDetails;
using Stripe;
using EphemeralKey = CleanIssuing.Application.CardDetails.EphemeralKey;

namespace CleanIssuing.Infrastructure.Stripe.CardDetails;

/// <summary>https://docs.stripe.com/issuing/elements#create-ephemeral-key</summary>
internal sealed class EphemeralKeyGateway(IStripeClient stripe) : IEphemeralKeyGateway
{
    private readonly EphemeralKeyService _keys = new(stripe);

    public async Task<EphemeralKey> CreateAsync(CardId card, AccountId? onBehalfOf, Nonce nonce, CancellationToken cancellationToken)
    {
        var options = new EphemeralKeyCreateOptions
        {
            IssuingCard = card.Value,
            Nonce = nonce.Value,
            StripeVersion = StripeOptions.ApiVersion,
        };
        var key = await StripeErrors.CallAsync(
            () => _keys.CreateAsync(options, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken),
            failure => Refusal(failure, onBehalfOf is not null),
            cancellationToken);

        return new EphemeralKey(key.Id, key.Secret, new DateTimeOffset(key.Expires, TimeSpan.Zero), key.StripeResponse?.RequestId);
    }

    private static StripeRefusedException? Refusal(StripeException failure, bool connected)
    {
        RefusalReason? reason = failure switch
        {
            { StripeError.Param: "nonce" } => RefusalReason.NonceRefused,
            // What Stripe documents of a platform that may not do this for others is "authorization errors", and no code.
            { HttpStatusCode: HttpStatusCode.Forbidden } when connected => RefusalReason.ElementsNotEnabledForConnect,
            // Stripe has no codes for what can be wrong with a card or a key: the card itself tells more than the answer.
            { HttpStatusCode: HttpStatusCode.BadRequest or HttpStatusCode.NotFound } => RefusalReason.KeyRefused,
            _ => null,
        };
        return reason is { } known ? new StripeRefusedException(known) { StripeRequestId = StripeErrors.RequestId(failure) } : null;
    }
}
