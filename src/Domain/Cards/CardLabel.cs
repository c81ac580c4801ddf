using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Cards;

/// <summary>What people here call a card. Stripe knows nothing of it.</summary>
/// <param name="Name">Empty where only a colour was chosen.</param>
public sealed record CardLabel(CardId CardId, AccountId AccountId, string Name, CardColor Color)
{
    public const int LongestName = 40;

    /// <summary>The card's name, or where it has none its last four digits.</summary>
    public static string ShortTitle(string? name, string last4) => string.IsNullOrEmpty(name) ? "•••• " + last4 : name;
}
