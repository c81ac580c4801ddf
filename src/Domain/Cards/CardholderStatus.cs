namespace CleanIssuing.Domain.Cards;

/// <summary>Whether a cardholder's cards can be used.</summary>
public enum CardholderStatus
{
    Active,

    /// <summary>All their cards are declined for now.</summary>
    Inactive,

    /// <summary>All their cards are declined for good.</summary>
    Blocked,
}
