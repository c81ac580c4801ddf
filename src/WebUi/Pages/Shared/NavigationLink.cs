namespace CleanIssuing.WebUi.Pages.Shared;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Code">The code of its words.</param>
/// <param name="Icon">Its icon's name.</param>
public sealed record NavigationLink(string Code, string Path, string Icon, bool IsCurrent);
