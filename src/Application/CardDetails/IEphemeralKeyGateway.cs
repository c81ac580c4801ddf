using CleanIssuing.Domain.CardDetails;

namespace CleanIssuing.Application.CardDetails;

public interface IEphemeralKeyGateway
{
    /// <param name="onBehalfOf">The connected account that the card belongs to; none for the platform's own cards.</param>
    /// <exception cref="StripeRefusedException">
    /// Stripe does not take the nonce or the card, or does not allow Elements for Connect.
    /// </exception>
    Task<EphemeralKey> CreateAsync(CardId card, AccountId? onBehalfOf, Nonce nonce, CancellationToken cancellationToken);
}
