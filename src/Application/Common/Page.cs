namespace CleanIssuing.Application.Common;

/// <summary>A page of a listing.</summary>
/// <param name="Next">Where the next page begins; none after the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
