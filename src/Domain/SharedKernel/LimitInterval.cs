namespace CleanIssuing.Domain.SharedKernel;

/// <summary>What a limit counts over. Periods run on UTC calendar boundaries; a week starts on Sunday.</summary>
public enum LimitInterval
{
    /// <summary>Each purchase for itself.</summary>
    PerAuthorization,

    /// <summary>A day.</summary>
    Daily,

    /// <summary>A week.</summary>
    Weekly,

    /// <summary>A month.</summary>
    Monthly,

    /// <summary>A year.</summary>
    Yearly,

    /// <summary>The card's whole life.</summary>
    AllTime,
}
