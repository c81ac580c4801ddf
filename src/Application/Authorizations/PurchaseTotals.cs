namespace CleanIssuing.Application.Authorizations;

/// <summary>What the purchases that match come to.</summary>
/// <param name="Purchases">How many there are; where they were cut, one more than <see cref="AtMost"/>.</param>
/// <param name="Declined">How many of them were declined.</param>
/// <param name="Spent">What the approved ones came to, less refunds; an entry for each currency.</param>
/// <param name="IsCut">Whether there are more than were counted; then the sums are not of all.</param>
public sealed record PurchaseTotals(int Purchases, int Declined, IReadOnlyList<Money> Spent, bool IsCut)
{
    /// <summary>How many are counted by default. What whole accounts spent is known from their days, however many there are.</summary>
    public const int AtMost = 10_000;
}
