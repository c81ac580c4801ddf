namespace CleanIssuing.Domain.SharedKernel;

/// <summary>A change of some parts; a part that is left out stays as it is.</summary>
public sealed record SpendingControlsChange
{
    /// <summary>The new restriction of categories.</summary>
    public Restriction? Categories { get; init; }

    /// <summary>The new restriction of countries.</summary>
    public Restriction? Countries { get; init; }

    /// <summary>The new restriction of card presences.</summary>
    public Restriction? Presences { get; init; }

    /// <summary>The new limits; an empty list removes all.</summary>
    public IReadOnlyList<SpendingLimit>? Limits { get; init; }
}
