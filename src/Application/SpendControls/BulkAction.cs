namespace CleanIssuing.Application.SpendControls;

/// <summary>What a bulk edit does to each of its cards.</summary>
public enum BulkAction
{
    EditControls,

    /// <summary>Sets the controls to what they were before another bulk edit.</summary>
    RestoreControls,

    Freeze,

    /// <summary>Takes back what another bulk edit has frozen.</summary>
    Unfreeze,

    /// <summary>For good.</summary>
    Cancel,
}
