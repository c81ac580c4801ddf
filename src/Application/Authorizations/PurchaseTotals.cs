namespace CleanIssuing.Application.Authorizations;

/// <summary>What the purchases that match come to.</summary>
/// <param name="Purchases">How many there are; no more than <see cref="AtMost"/> are counted.</param>
/// <param name="Declined">How many of them were declined.</param>
/// <param name="Spent">What the approved ones came to, less refunds; an entry for each currency.</param>
public sealed record PurchaseTotals(int Purchases, int Declined, IReadOnlyList<Money> Spent)
{
    public const int AtMost = 10_000;

    /// <summary>Whether there are more than were counted; then the sums are not of all.</summary>
    public bool IsCut => Purchases > AtMost;
}
