namespace CleanIssuing.Application.SpendControls;

/// <param name="Details">What was changed, or why not.</param>
public sealed record BulkEditCard(
    CardId CardId, string Last4, string CardholderName, BulkOutcome Outcome, IReadOnlyList<Detail> Details);
