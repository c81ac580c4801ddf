using System.Net;
using CleanIssuing.Application.CardDetails;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
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

        return new EphemeralKey(key.Secret, new DateTimeOffset(key.Expires, TimeSpan.Zero), key.StripeResponse?.RequestId);
    }

    private static StripeRefusedException? Refusal(StripeException failure, bool connected)
    {
        var (message, reason) = failure switch
        {
            { StripeError.Param: "nonce" } => (
                "Stripe did not accept the one-time code that this page made: it was used before, has run out, or belongs to another card. Press \"Show details\" again.",
                "nonce_refused"),
            { StripeError.Param: "issuing_card" } => (
                "Stripe does not give out the details of this card any more.",
                "card_refused"),
            // Stripe has no code for this one; on behalf of a connected account, what is left of 400 and 403 is this.
            { HttpStatusCode: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden } when connected => (
                "Stripe has not enabled Issuing Elements for connected accounts on this platform. Whoever runs the platform has to ask Stripe Support to enable it.",
                "elements_not_enabled_for_connect"),
            _ => (null, null),
        };
        return message is null ? null : new StripeRefusedException(message, reason!) { StripeRequestId = StripeErrors.RequestId(failure) };
    }
}
