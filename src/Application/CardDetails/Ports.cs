using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.CardDetails;

/// <summary>A key that lets one browser show one card's details for 15 minutes. Its secret has no text form.</summary>
/// <param name="Secret">The secret, for the browser that made the nonce and nobody else.</param>
/// <param name="ExpiresAt">When it stops working (UTC).</param>
/// <param name="StripeRequestId">Stripe's id of the request.</param>
public sealed record EphemeralKey(string Secret, DateTimeOffset ExpiresAt, string? StripeRequestId)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(EphemeralKey);
}

/// <summary>Makes ephemeral keys at Stripe.</summary>
public interface IEphemeralKeyGateway
{
    /// <summary>Makes a key for the card, bound to the nonce.</summary>
    /// <exception cref="Common.StripeRefusedException">Stripe said no: the nonce was used before, or belongs to another card.</exception>
    /// <exception cref="Common.StripeUnavailableException">Stripe failed, was too slow or too busy.</exception>
    Task<EphemeralKey> CreateAsync(CardId card, AccountId? onBehalfOf, Nonce nonce, CancellationToken cancellationToken);
}

/// <summary>The feature <c>PhysicalCardDetails</c>.</summary>
public interface IPhysicalCardDetailsFeature
{
    /// <summary>Whether the account shows the number and security code of physical cards.</summary>
    Task<bool> IsOnForAsync(AccountId account);
}
