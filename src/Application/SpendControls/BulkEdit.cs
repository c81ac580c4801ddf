namespace CleanIssuing.Application.SpendControls;

/// <summary>One change of many cards.</summary>
/// <param name="Controls">What is changed of their spend controls; nothing where something else is done.</param>
/// <param name="UndoOf">The bulk edit that this one takes back.</param>
public sealed record BulkEdit(
    Guid Id, AccountId AccountId, string UserId, string UserName, string? IpAddress, DateTimeOffset StartedAt, SpendControlsInput Controls,
    string? Reason, BulkAction Action = BulkAction.EditControls, Guid? UndoOf = null)
{
    /// <summary>What takes it back; none for what cannot be taken back, and for what took something back itself.</summary>
    public BulkAction? UndoingAction => Action switch
    {
        BulkAction.EditControls => BulkAction.RestoreControls,
        BulkAction.Freeze => BulkAction.Unfreeze,
        _ => null,
    };
}
