using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CleanIssuing.WebUi.Http;

/// <summary>Dresses the input inside a <c>form-field</c> and ties it to its hint and to what is wrong with it.</summary>
[HtmlTargetElement("input", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select")]
[HtmlTargetElement("textarea")]
public sealed class FormFieldInputTagHelper : TagHelper
{
    // After the framework's own, which set the attributes of asp-for.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FormFieldTagHelper), out var found) || found is not FormFieldTagHelper field
            || output.Attributes["type"]?.Value?.ToString() is "radio" or "checkbox" or "hidden")
            return;

        output.AddClass(context.TagName == "select" ? "form-select" : "form-control", HtmlEncoder.Default);
        var (describedBy, isInvalid) = field.Describe();
        var ids = string.Join(' ', new[] { output.Attributes["aria-describedby"]?.Value?.ToString(), describedBy }.OfType<string>());
        if (ids.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", ids);
        if (!isInvalid)
            return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        if (FirstProblem.TakeFocus(field.ViewContext))
            output.Attributes.SetAttribute("autofocus", "autofocus");
    }
}
