namespace CleanIssuing.Domain.SpendControls;

/// <summary>What a control looks at.</summary>
public enum ControlKind
{
    /// <summary>The merchant's category.</summary>
    Category,

    /// <summary>The merchant's country.</summary>
    Country,

    /// <summary>Whether the card was there.</summary>
    Presence,

    /// <summary>How much was spent.</summary>
    Limit,
}
