using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record BooleanField(bool Required = false) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path) => Text(sent, path) switch
    {
        "true" => true,
        "false" => false,
        _ => throw StripeApiException.Invalid($"Invalid boolean: {path}", parameter: path),
    };
}
