namespace CleanIssuing.Application.SpendControls;

/// <param name="UndoneBy">The bulk edit that took this one back.</param>
public sealed record BulkEditProgress(BulkEdit Edit, IReadOnlyList<BulkEditCard> Cards, Guid? UndoneBy = null)
{
    public int Done => Cards.Count(c => c.Outcome != BulkOutcome.Waiting);

    public bool IsFinished => Done == Cards.Count;

    /// <summary>Whether it changed something that can be taken back, and nobody has taken it back yet.</summary>
    public bool CanBeUndone => IsFinished && UndoneBy is null && Edit.UndoingAction is not null && Cards.Any(c => c.CanBeUndone);
}
