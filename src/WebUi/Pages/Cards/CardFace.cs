using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>What a card's face shows.</summary>
/// <param name="Today">The day it is seen on.</param>
/// <param name="IsHolder">Whether it is shown to its cardholder.</param>
public sealed record CardFace(CardView View, DateOnly Today, bool IsHolder = false)
{
    /// <summary>The code of its words, its colour, and its icon.</summary>
    public (string Code, string Style, string Icon) State => View.Card switch
    {
        { Status: CardStatus.Canceled, CancellationReason: CancellationReason.Lost } => ("canceled_lost", "ended", "x"),
        { Status: CardStatus.Canceled, CancellationReason: CancellationReason.Stolen } => ("canceled_stolen", "ended", "x"),
        { Status: CardStatus.Canceled } => ("canceled", "ended", "x"),
        var card when card.HasExpired(Today) => ("expired", "ended", "x"),
        { Status: CardStatus.Inactive } when View.Freeze is { ByAdmin: true } => ("frozen_by_admin", "frozen", "snow"),
        { Status: CardStatus.Inactive } when View.Freeze is not null =>
            (IsHolder ? "frozen_by_you" : "frozen_by_cardholder", "frozen", "snow"),
        { Status: CardStatus.Inactive, HasBeenActive: true } => ("frozen", "frozen", "snow"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Pending or ShippingStatus.Submitted } =>
            ("in_production", "on-its-way", "truck"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Shipped } => ("on_its_way", "on-its-way", "truck"),
        { Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Delivered } => ("delivered", "on-its-way", "truck"),
        { Status: CardStatus.Inactive } => ("not_activated", "inactive", "lock"),
        var card when card.ExpiresSoon(Today) => ("expires_soon", "inactive", "clock"),
        _ => ("active", "active", "check"),
    };

    /// <summary>What it is called here; what kind of card it is where nobody named it.</summary>
    public string? Name => View.Label is { Name.Length: > 0 } label ? label.Name : null;

    /// <summary>The style of its colour; a card that has ended is grey.</summary>
    public string ColorStyle => "k-" + (State.Style == "ended" ? "void" : Color.ToCode());

    /// <summary>
    /// The colour that was chosen; else always the same one for the same card, so that several are told apart at a glance.
    /// </summary>
    public CardColor Color => View.Label?.Color
        ?? (View.Card.Type == CardType.Physical ? CardColor.Graphite : Usual[Hash(View.Card.Id.Value) % (uint)Usual.Length]);

    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, letter) => (hash ^ letter) * 16777619);

    private static readonly CardColor[] Usual = [CardColor.Iris, CardColor.Pine, CardColor.Copper, CardColor.Plum, CardColor.Slate];

    /// <summary>Whether it is canceled or has expired.</summary>
    public bool HasEnded => State.Style == "ended";

    /// <summary>Its name, and the digits that tell it from others.</summary>
    public string Title => TitleOf(View);

    /// <inheritdoc cref="Title"/>
    public static string TitleOf(CardView view) =>
        (view.Label is { Name.Length: > 0 } label ? label.Name + " " : "") + "•••• " + view.Card.Last4;

    public string Expiry => $"{View.Card.ExpMonth:00}/{View.Card.ExpYear % 100:00}";

    /// <summary>The code of its words: virtual or physical.</summary>
    public string Type => View.Card.Type.ToCode();
}
