using System.Net;
using System.Text.RegularExpressions;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>A form as a browser without scripts fills it in and sends it.</summary>
public sealed partial class WebForm
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    private WebForm(string action) => Action = action;

    public string Action { get; set; }

    /// <summary>Reads the form that holds a field of this name.</summary>
    public static WebForm Read(string html, string address, string field)
    {
        var form = FormElement().Matches(html).First(f => f.Groups["body"].Value.Contains($"name=\"{field}\""));
        var action = Attribute(form.Groups["attributes"].Value, "action");
        var read = new WebForm(action ?? address);
        // What stands in a template is sent by nobody.
        foreach (Match element in Field().Matches(Template().Replace(form.Groups["body"].Value, "")))
            read.Take(element);
        return read;
    }

    public string? this[string name]
    {
        get => _fields.Find(f => f.Key == name).Value;
        set
        {
            _fields.RemoveAll(f => f.Key == name);
            if (value is not null)
                _fields.Add(new(name, value));
        }
    }

    public WebForm With(string name, params string?[] values)
    {
        _fields.RemoveAll(f => f.Key == name);
        _fields.AddRange(values.OfType<string>().Select(v => new KeyValuePair<string, string>(name, v)));
        return this;
    }

    public WebForm At(string action)
    {
        Action = action;
        return this;
    }

    public IEnumerable<string> All(string name) => _fields.Where(f => f.Key == name).Select(f => f.Value);

    public FormUrlEncodedContent Content => new(_fields);

    private void Take(Match element)
    {
        var attributes = element.Groups["attributes"].Value;
        if (Attribute(attributes, "name") is not { } name || HasAttribute(attributes, "disabled"))
            return;
        switch (element.Groups["tag"].Value)
        {
            case "select":
                var options = Option().Matches(element.Groups["inner"].Value);
                var chosen = options.FirstOrDefault(o => HasAttribute(o.Groups["attributes"].Value, "selected"))
                    ?? options.FirstOrDefault();
                if (chosen is not null)
                    _fields.Add(
                        new(name, Attribute(chosen.Groups["attributes"].Value, "value")
                        ?? WebUtility.HtmlDecode(chosen.Groups["text"].Value.Trim())));
                break;
            case "textarea":
                // As in a browser, a line break right after the tag is not part of the text.
                _fields.Add(new(name, WebUtility.HtmlDecode(FirstLineBreak().Replace(element.Groups["inner"].Value, ""))));
                break;
            case var _ when Attribute(attributes, "type") is "checkbox" or "radio" && !HasAttribute(attributes, "checked"):
                break;
            default:
                _fields.Add(
                    new(name, Attribute(attributes, "value") ?? (Attribute(attributes, "type") is "checkbox" or "radio" ? "on" : "")));
                break;
        }
    }

    private static string? Attribute(string attributes, string name)
    {
        var match = Regex.Match(attributes, $"(?:^|\\s){name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    private static bool HasAttribute(string attributes, string name) =>
        Regex.IsMatch(attributes, $"(^|\\s){name}(\\s|=|$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("<template.*?</template>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Template();

    [GeneratedRegex("<form(?<attributes>[^>]*)>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FormElement();

    [
        GeneratedRegex("<(?<tag>input)(?<attributes>[^>]*?)/?>|<(?<tag>select|textarea)(?<attributes>[^>]*)>(?<inner>.*?)</\\k<tag>>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Field();

    [GeneratedRegex("^\\r?\\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstLineBreak();

    [GeneratedRegex("<option(?<attributes>[^>]*)>(?<text>[^<]*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Option();
}
