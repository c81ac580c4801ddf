using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>What a card's face shows.</summary>
/// <param name="Today">The day it is seen on.</param>
public sealed record CardFace(CardView View, DateOnly Today)
{
    /// <summary>The code of its words, and its colour.</summary>
    public (string Code, string Style) State => View.Card switch
    {
        { Status: CardStatus.Canceled, CancellationReason: CancellationReason.Lost } => ("canceled_lost", "canceled"),
        { Status: CardStatus.Canceled, CancellationReason: CancellationReason.Stolen } => ("canceled_stolen", "canceled"),
        { Status: CardStatus.Canceled } => ("canceled", "canceled"),
        var card when card.HasExpired(Today) => ("expired", "canceled"),
        { Status: CardStatus.Inactive } when View.Freeze is { ByAdmin: true } => ("frozen_by_admin", "inactive"),
        { Status: CardStatus.Inactive } card when View.Freeze is not null || card.HasBeenActive => ("frozen", "inactive"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Pending or ShippingStatus.Submitted } =>
            ("in_production", "inactive"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Shipped } => ("on_its_way", "inactive"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Delivered } => ("delivered", "inactive"),
        { Status: CardStatus.Inactive } => ("not_activated", "inactive"),
        var card when card.ExpiresSoon(Today) => ("expires_soon", "expiring"),
        _ => ("active", "active"),
    };

    public string Expiry => $"{View.Card.ExpMonth:00}/{View.Card.ExpYear % 100:00}";

    /// <summary>The code of its words: virtual or physical.</summary>
    public string Type => View.Card.Type.ToCode();
}
