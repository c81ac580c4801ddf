using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>What the form of spending controls shows.</summary>
/// <param name="IsBulk">Whether it is for many cards, so that each part is changed only where that is asked for.</param>
/// <param name="Change">The parts that are to be changed.</param>
public sealed record ControlsEditor(
    ControlsForm Form, Currency Currency, IReadOnlyList<ControlTemplate> OwnTemplates, string? Template, string? TemplateName, bool IsBulk,
    IReadOnlyCollection<string> Change)
{
    /// <summary>Whether they are only shown.</summary>
    public bool IsViewOnly { get; init; }

    /// <summary>Whether they hold for all cards of a cardholder together.</summary>
    public bool IsCardholder { get; init; }

    /// <summary>What holds beside these controls, in words: those of the cardholder.</summary>
    public IReadOnlyList<string> Inherited { get; init; } = [];

    /// <summary>Whose they are.</summary>
    public string? InheritedFrom { get; init; }

    public string? InheritedAddress { get; init; }

    /// <summary>Those chosen, by code.</summary>
    public IReadOnlySet<string> Categories { get; } = Form.Categories.ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc cref="Categories"/>
    public IReadOnlySet<string> Countries { get; } = Form.Countries.ToHashSet(StringComparer.Ordinal);
}
