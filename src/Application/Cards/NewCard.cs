using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>A card to be issued.</summary>
/// <param name="Activate">Whether it can be used immediately; a physical card is activated when it has arrived.</param>
public sealed record NewCard(
    CardholderId Cardholder, CardType Type, Currency Currency, bool Activate, ShippingAddress? Shipping, SpendingControls? Controls,
    CardId? ReplacementFor = null, ReplacementReason? ReplacementReason = null);
