using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Cards;

/// <summary>Our replica of an issued card: what Stripe shows to anyone who may see the card. It never holds card data.</summary>
public sealed record Card : IControlsOwner
{
    private readonly string _last4 = "";
    private readonly int _expMonth;

    public required CardId Id { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>Whose card it is. Stripe never changes this, nor the account.</summary>
    public required CardholderId CardholderId { get; init; }

    /// <summary>The cardholder's name, which cards are searched and sorted by.</summary>
    public string CardholderName { get; init; } = "";

    public required CardType Type { get; init; }

    public required CardStatus Status { get; init; }

    /// <summary>Why it was canceled, where Stripe says so.</summary>
    public CancellationReason? CancellationReason { get; init; }

    /// <summary>The network, as Stripe writes it: <c>Visa</c>, <c>Mastercard</c>.</summary>
    public required string Brand { get; init; }

    /// <summary>The last four digits.</summary>
    /// <exception cref="ArgumentException">Not four digits.</exception>
    public required string Last4
    {
        get => _last4;
        init => _last4 = value is { Length: 4 } && value.All(char.IsAsciiDigit)
            ? value
            : throw new ArgumentException("The last four digits of a card are four digits.", nameof(value));
    }

    /// <summary>The month it expires in, 1 to 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a month.</exception>
    public required int ExpMonth
    {
        get => _expMonth;
        init => _expMonth = value is >= 1 and <= 12
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A month is 1 to 12.");
    }

    /// <summary>The year it expires in, four digits.</summary>
    public required int ExpYear { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Where a physical card is on its way; none for a virtual one.</summary>
    public ShippingStatus? ShippingStatus { get; init; }

    /// <summary>The card that this one took the place of.</summary>
    public CardId? ReplacementFor { get; init; }

    /// <summary>
    /// Whether it was ever active, as far as is known: an inactive one that was not is new, any other was stopped by somebody.
    /// </summary>
    public bool HasBeenActive { get; init; }

    /// <summary>Whether it was never active, and is still being made or under way.</summary>
    public bool IsOnItsWay => Type == CardType.Physical && !HasBeenActive
        && ShippingStatus is (Cards.ShippingStatus.Pending or Cards.ShippingStatus.Submitted or Cards.ShippingStatus.Shipped);

    /// <summary>Its own spending controls.</summary>
    public SpendingControls SpendingControls { get; init; } = SpendingControls.None;

    /// <summary>When Stripe made it (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the state shown here (UTC): an older state never overwrites a newer one.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Whether the card is past its last month on <paramref name="today"/>.</summary>
    public bool HasExpired(DateOnly today) => today >= FirstDayAfterExpiry;

    /// <summary>Whether the card still works but expires within 30 days of <paramref name="today"/>.</summary>
    public bool ExpiresSoon(DateOnly today) => !HasExpired(today) && today.AddDays(30) >= FirstDayAfterExpiry;

    /// <summary>Why Stripe takes a replacement of it, as it is now.</summary>
    public IReadOnlyList<ReplacementReason> ReplacementReasons =>
        [.. Enum.GetValues<ReplacementReason>().Where(CanBeReplacedAs)];

    private bool CanBeReplacedAs(ReplacementReason reason) => reason switch
    {
        // Both keep the number, which must not come back once it is in the wrong hands.
        ReplacementReason.Damaged => Type == CardType.Physical && !IsInWrongHands,
        ReplacementReason.Expired => !IsInWrongHands,
        // Stripe wants it canceled with this very reason, and never changes a reason.
        ReplacementReason.Lost => Status != CardStatus.Canceled || CancellationReason == Cards.CancellationReason.Lost,
        ReplacementReason.Stolen => Status != CardStatus.Canceled || CancellationReason == Cards.CancellationReason.Stolen,
        _ => false,
    };

    private bool IsInWrongHands => CancellationReason is Cards.CancellationReason.Lost or Cards.CancellationReason.Stolen;

    private DateOnly FirstDayAfterExpiry => new DateOnly(ExpYear, ExpMonth, 1).AddMonths(1);

    string IControlsOwner.OwnerId => Id.Value;

    Currency? IControlsOwner.LimitsCurrency => Currency;
}
