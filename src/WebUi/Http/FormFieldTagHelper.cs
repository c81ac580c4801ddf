using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// A field of a form: its label, the input inside it, a hint, and the validation message (what <c>asp-validation-for</c> renders). The
/// one way to write a field.
/// </summary>
/// <example><c>&lt;form-field asp-for="Merchant" label="Merchant"&gt;&lt;input asp-for="Merchant"&gt;&lt;/form-field&gt;</c></example>
[HtmlTargetElement("form-field")]
public sealed class FormFieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    /// <summary>The field, where it is no property of its own: a row of a list, for one.</summary>
    public string? Field { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => Field ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For!.Name);

    /// <summary>The id of the element that says what is wrong with a field.</summary>
    public static string ErrorIdOf(string field) => "problem-" + IdOf(field);

    /// <summary>The id of a field's element.</summary>
    public static string IdOf(string field) =>
        field.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '_');

    public override void Init(TagHelperContext context) => context.Items[typeof(FormFieldTagHelper)] = this;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        string[] errors = [.. ViewContext.ModelState.ErrorsOf(Name)];
        if (content.IsEmptyOrWhiteSpace && errors.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Label is not null)
        {
            var label = new TagBuilder("label");
            label.Attributes["for"] = IdOf(Name);
            label.AddCssClass("form-label");
            label.InnerHtml.Append(Label);
            output.Content.AppendHtml(label);
        }

        output.Content.AppendHtml(content);
        if (Hint is not null)
            output.Content.AppendHtml(Line("div", "form-text", HintId, Hint));
        if (errors.Length > 0)
        {
            var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["class"] = "field-problem",
                ["id"] = ErrorIdOf(Name),
            };
            // A choice of several, or a field without an input of its own, cannot take the focus itself.
            if (FirstProblem.TakeFocus(ViewContext))
            {
                attributes["tabindex"] = "-1";
                attributes["autofocus"] = "autofocus";
            }

            output.Content.AppendHtml(generator.GenerateValidationMessage(
                ViewContext, For?.ModelExplorer, Field ?? For!.Name, string.Join(' ', errors), "span", attributes));
        }
    }

    /// <summary>What the input inside is described by, and whether what was typed is wrong.</summary>
    internal (string? DescribedBy, bool IsInvalid) Describe()
    {
        var isInvalid = ViewContext.ModelState.ErrorsOf(Name).Any();
        var ids = string.Join(' ', new[] { Hint is null ? null : HintId, isInvalid ? ErrorIdOf(Name) : null }.OfType<string>());
        return (ids.Length == 0 ? null : ids, isInvalid);
    }

    private string HintId => "hint-" + IdOf(Name);

    private static TagBuilder Line(string tag, string style, string id, string text)
    {
        var line = new TagBuilder(tag);
        line.AddCssClass(style);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}
