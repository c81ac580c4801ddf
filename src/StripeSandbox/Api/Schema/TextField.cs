using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record TextField(bool Required = false, int MaxLength = 5000) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        var text = Text(sent, path);
        if (text.Length > MaxLength)
            throw StripeApiException.Invalid($"Invalid string: must be at most {MaxLength} characters", parameter: path);
        return text.Length > 0 ? text : throw Empty(path);
    }
}
