namespace CleanIssuing.Application.SpendControls;

public sealed record BulkEditProgress(BulkEdit Edit, IReadOnlyList<BulkEditCard> Cards)
{
    public int Done => Cards.Count(c => c.Outcome != BulkOutcome.Waiting);

    public bool IsFinished => Done == Cards.Count;
}
