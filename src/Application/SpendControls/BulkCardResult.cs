namespace CleanIssuing.Application.SpendControls;

/// <summary>What became of a card in a bulk edit.</summary>
/// <param name="Details">What was changed, or why not.</param>
/// <param name="Undo">None where there is nothing to undo.</param>
public sealed record BulkCardResult(BulkOutcome Outcome, IReadOnlyList<Detail> Details, BulkUndo? Undo = null)
{
    public static BulkCardResult Unchanged { get; } = new(BulkOutcome.Unchanged, []);

    public static BulkCardResult Failed(Detail why) => new(BulkOutcome.Failed, [why]);
}
