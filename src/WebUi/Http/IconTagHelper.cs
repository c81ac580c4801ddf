using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CleanIssuing.WebUi.Http;

/// <summary>An icon of <c>icons.svg</c>, always beside the word that it goes with.</summary>
/// <example><c>&lt;icon name="snow" /&gt;</c></example>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "i");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/icons.svg#{Name}\"/>");
    }
}
