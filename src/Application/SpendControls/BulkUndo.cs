namespace CleanIssuing.Application.SpendControls;

/// <summary>What it takes to undo a card's part of a bulk edit, if nobody has changed the card since.</summary>
/// <param name="At">When it was changed.</param>
/// <param name="Before">Its controls before; none where they were not changed.</param>
/// <param name="Version">The version of the controls that it was given.</param>
public sealed record BulkUndo(DateTimeOffset At, SpendingControls? Before = null, string? Version = null);
