namespace CleanIssuing.WebUi.Pages.Shared;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Code">The code of its words.</param>
/// <param name="Icon">Its icon's name.</param>
/// <param name="IsTabOnly">Whether only the tabs of a phone have it: elsewhere the user menu leads there.</param>
public sealed record NavigationLink(string Code, string Path, string Icon, bool IsCurrent, bool IsTabOnly = false);
