using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CleanIssuing.WebUi.Web;

/// <summary>
/// <c>&lt;field-problem for="Amount" /&gt;</c>: what is wrong with a field, with an id that the field's
/// <c>aria-describedby</c> names; nothing where nothing is.
/// </summary>
[HtmlTargetElement("field-problem", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldProblemTagHelper : TagHelper
{
    /// <summary>The field; empty for problems of the form as a whole.</summary>
    public string For { get; set; } = "";

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The id of what is wrong with the field.</summary>
    public static string IdOf(string field) => "problem-" + field.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string[] problems = [.. ViewContext.ModelState.ProblemsOf(For)];
        if (problems.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        if (For.Length == 0)
        {
            output.TagName = "p";
            output.Attributes.SetAttribute("class", "notice notice-problem");
            output.Attributes.SetAttribute("role", "alert");
            output.Attributes.SetAttribute("id", "trouble");
        }
        else
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "field-problem");
            output.Attributes.SetAttribute("id", IdOf(For));
        }

        output.Content.SetContent(string.Join(' ', problems));
    }
}
