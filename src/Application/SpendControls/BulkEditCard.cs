namespace CleanIssuing.Application.SpendControls;

/// <param name="Details">What was changed, or why not.</param>
/// <param name="CanBeUndone">Whether it was changed in a way that can be taken back.</param>
public sealed record BulkEditCard(
    CardId CardId, string Last4, string CardholderName, BulkOutcome Outcome, IReadOnlyList<Detail> Details, bool CanBeUndone = false);
