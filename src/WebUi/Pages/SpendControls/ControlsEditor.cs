using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What the form of spending controls shows.</summary>
/// <param name="IsBulk">Whether it is for many cards, so that each part is changed only where that is asked for.</param>
/// <param name="Change">The parts that are to be changed.</param>
public sealed record ControlsEditor(
    ControlsForm Form, Currency Currency, IReadOnlyList<ControlTemplate> OwnTemplates, string? Template, string? TemplateName, bool IsBulk,
    IReadOnlyCollection<string> Change)
{
    /// <summary>Those chosen, by code.</summary>
    public IReadOnlySet<string> Categories { get; } = Form.Categories.ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc cref="Categories"/>
    public IReadOnlySet<string> Countries { get; } = Form.Countries.ToHashSet(StringComparer.Ordinal);
}
