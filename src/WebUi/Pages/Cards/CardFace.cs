using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>What a card's face shows.</summary>
/// <param name="Today">The day it is seen on.</param>
public sealed record CardFace(CardView View, DateOnly Today)
{
    public (string Text, string Style) State => View.Card switch
    {
        { Status: CardStatus.Canceled, CancellationReason: CancellationReason.Lost } => ("Canceled: lost", "canceled"),
        { Status: CardStatus.Canceled, CancellationReason: CancellationReason.Stolen } => ("Canceled: stolen", "canceled"),
        { Status: CardStatus.Canceled } => ("Canceled", "canceled"),
        var card when card.HasExpired(Today) => ("Expired", "canceled"),
        { Status: CardStatus.Inactive } when View.Freeze is { ByAdmin: true } => ("Frozen by an admin", "inactive"),
        { Status: CardStatus.Inactive } when View.Freeze is not null => ("Frozen", "inactive"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Pending or ShippingStatus.Submitted } =>
            ("In production", "inactive"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Shipped } => ("On its way", "inactive"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Delivered } => ("Delivered, not activated", "inactive"),
        { Status: CardStatus.Inactive, Type: CardType.Physical } => ("Not activated", "inactive"),
        { Status: CardStatus.Inactive } => ("Inactive", "inactive"),
        var card when card.ExpiresSoon(Today) => ("Active, expires soon", "expiring"),
        _ => ("Active", "active"),
    };

    public string Expiry => $"{View.Card.ExpMonth:00}/{View.Card.ExpYear % 100:00}";

    /// <summary>Virtual or physical.</summary>
    public string Type => View.Card.Type == CardType.Virtual ? "Virtual" : "Physical";
}
