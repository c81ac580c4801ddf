namespace CleanIssuing.Domain.SharedKernel;

/// <summary>What a limit counts over. Periods run on UTC calendar boundaries; a week starts on Sunday.</summary>
public enum LimitInterval
{
    /// <summary>Each purchase for itself.</summary>
    PerAuthorization,

    Daily,

    Weekly,

    Monthly,

    Yearly,

    /// <summary>The card's whole life.</summary>
    AllTime,
}
