using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Cards;

/// <summary>Where a physical card is sent.</summary>
/// <param name="Name">The name on the envelope.</param>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">What else the address needs.</param>
/// <param name="City">The town.</param>
/// <param name="State">The state or province, where the country has them.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Service"><c>standard</c>, <c>express</c> or <c>priority</c>.</param>
public sealed record ShippingAddress(
    string Name, string Line1, string? Line2, string City, string? State, string PostalCode, string Country, string Service);

/// <summary>A card to be issued.</summary>
/// <param name="Cardholder">To whom.</param>
/// <param name="Type">Virtual or physical.</param>
/// <param name="Currency">ISO 4217, lower case.</param>
/// <param name="Activate">Whether it can be used at once.</param>
/// <param name="Shipping">Where a physical one is sent.</param>
/// <param name="Controls">Its spending controls; none leaves them to Stripe.</param>
/// <param name="ReplacementFor">The card that it takes the place of.</param>
/// <param name="ReplacementReason">Why, as Stripe writes it.</param>
public sealed record NewCard(
    CardholderId Cardholder, CardType Type, string Currency, bool Activate, ShippingAddress? Shipping, SpendingControls? Controls,
    CardId? ReplacementFor = null, string? ReplacementReason = null);

/// <summary>Changes cards at Stripe. Every answer is the card as Stripe has it now.</summary>
public interface ICardGateway
{
    /// <summary>Reads a card.</summary>
    Task<StripeState<Card>> GetAsync(CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    /// <summary>Reads a cardholder.</summary>
    Task<StripeState<Cardholder>> GetAsync(CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    /// <summary>Sets whether it can be used.</summary>
    Task<StripeState<Card>> SetStatusAsync(
        CardId card, CardStatus status, CancellationReason? reason, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken);

    /// <summary>Changes its spending controls; a part that the change does not name stays.</summary>
    Task<StripeState<Card>> SetControlsAsync(
        CardId card, SpendingControlsChange change, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken);

    /// <summary>Issues a card. It carries <paramref name="key"/>, so that it can be found again.</summary>
    Task<StripeState<Card>> IssueAsync(NewCard card, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken);

    /// <summary>Finds a card that was issued with this key.</summary>
    Task<StripeState<Card>?> FindIssuedAsync(
        CardholderId cardholder, DateTimeOffset since, string key, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);
}

/// <summary>Keeps our copies. An older state never overwrites a newer one.</summary>
public interface ICardCopies
{
    /// <summary>Keeps a state that was read from Stripe.</summary>
    /// <returns>The spending controls before, where they were others.</returns>
    Task<SpendingControls?> KeepAsync(Card card, CancellationToken cancellationToken);

    /// <summary>Keeps a state that an event carried; one as old as the copy but different is marked to be read again.</summary>
    /// <returns>The spending controls before, where they were others.</returns>
    Task<SpendingControls?> KeepToldAsync(Card card, CancellationToken cancellationToken);

    /// <summary>Keeps a state of a cardholder that an event carried.</summary>
    Task KeepToldAsync(Cardholder cardholder, CancellationToken cancellationToken);

    /// <summary>Keeps a state of a cardholder that was read from Stripe.</summary>
    Task KeepAsync(Cardholder cardholder, CancellationToken cancellationToken);

    /// <summary>Who froze the card; none where nobody did.</summary>
    Task<CardFreeze?> FreezeOfAsync(CardId card, CancellationToken cancellationToken);

    /// <summary>Keeps who froze the card.</summary>
    Task KeepAsync(CardFreeze freeze, CancellationToken cancellationToken);

    /// <summary>Forgets who froze it.</summary>
    Task ThawAsync(CardId card, CancellationToken cancellationToken);
}

/// <summary>
/// That a card was frozen here. To Stripe a frozen card is inactive like one that was never activated; this tells them apart.
/// </summary>
/// <param name="CardId">The card.</param>
/// <param name="ByAdmin">An admin froze it: its cardholder may not unfreeze it.</param>
/// <param name="ById">The person.</param>
/// <param name="ByName">Their sign-in name.</param>
/// <param name="At">When (UTC).</param>
public sealed record CardFreeze(CardId CardId, bool ByAdmin, string? ById, string? ByName, DateTimeOffset At);
