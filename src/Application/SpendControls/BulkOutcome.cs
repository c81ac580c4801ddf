namespace CleanIssuing.Application.SpendControls;

/// <summary>What became of a card in a bulk edit.</summary>
public enum BulkOutcome
{
    Waiting,
    Changed,
    Unchanged,
    Failed,
}
