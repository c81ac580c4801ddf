namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The head of a column that a list can be sorted by.</summary>
/// <param name="Address">The list sorted by it.</param>
/// <param name="Sorted">How it is sorted by it now, as a screen reader is told; none where it is not.</param>
/// <param name="IsNumber">Whether figures stand in it, at its right edge.</param>
/// <param name="Class">Where it is shown at all; none shows it everywhere.</param>
public sealed record SortableColumn(string Name, string Address, string? Sorted, bool IsNumber = false, string? Class = null);
