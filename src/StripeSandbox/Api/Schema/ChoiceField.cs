using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record ChoiceField(bool Required, params string[] Choices) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        var text = Text(sent, path);
        if (text.Length == 0)
            throw Empty(path);
        return Choices.Contains(text, StringComparer.Ordinal)
            ? text
            : throw StripeApiException.Invalid($"Invalid {path}: must be one of {string.Join(", ", Choices)}", parameter: path);
    }
}
