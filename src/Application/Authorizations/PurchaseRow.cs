using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Authorizations;

/// <summary>A purchase in a list across cards.</summary>
/// <param name="Label">What the card is called here.</param>
/// <param name="Memo">What the cardholder noted about it.</param>
public sealed record PurchaseRow(
    Authorization Purchase, Card Card, CardLabel? Label, string CardholderName, string AccountName, string? Memo)
{
    /// <summary>Which control declined it, where that was looked up and one did.</summary>
    public ControlDecline? DeclinedBy { get; init; }
}
