using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What the form of spending controls shows.</summary>
/// <param name="IsBulk">Whether it is for many cards, so that each part is changed only where that is asked for.</param>
/// <param name="Change">The parts that are to be changed.</param>
public sealed record ControlsEditor(
    ControlsForm Form, Currency Currency, IReadOnlyList<ControlTemplate> OwnTemplates, string? Template, string? TemplateName, bool IsBulk,
    IReadOnlyCollection<string> Change)
{
    private readonly HashSet<string> _categories = [.. Form.Categories];
    private readonly HashSet<string> _countries = [.. Form.Countries];

    public bool HasCategory(string code) => _categories.Contains(code);

    public bool HasCountry(string code) => _countries.Contains(code);

    public bool Changes(string part) => Change.Contains(part, StringComparer.Ordinal);
}
