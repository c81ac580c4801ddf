using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// One of the choices of a property, with its label: a check box where the property holds several or says yes or no, else a radio button.
/// The one way to write choices that belong together.
/// </summary>
/// <example><c>&lt;form-choice asp-for="Presence" value="any"&gt;Anywhere&lt;/form-choice&gt;</c></example>
[HtmlTargetElement("form-choice", Attributes = "asp-for,value")]
public sealed class FormChoiceTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string Value { get; set; } = "";

    /// <summary>Where it is bound by another name than the property's.</summary>
    public string? Name { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = For.Model is bool || IsMany ? "checkbox" : "radio";
        input.Attributes["name"] =
            Name ?? For.Metadata.BinderModelName ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        input.Attributes["value"] = Value;
        if (IsChosen())
            input.Attributes["checked"] = "checked";

        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        var label = await output.GetChildContentAsync();
        output.Content.AppendHtml(input).Append(" ").AppendHtml(label);
    }

    private bool IsMany => For.Model is IEnumerable and not string;

    private bool IsChosen() => For.Model switch
    {
        // By the set's own look-up: there are hundreds of categories.
        ICollection<string> some => some.Contains(Value),
        IEnumerable<string> some => some.Contains(Value, StringComparer.Ordinal),
        bool yes => yes,
        var one => Convert.ToString(one, CultureInfo.InvariantCulture) == Value,
    };
}
