using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record MetadataField() : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) => sent switch
    {
        JsonObject pairs => pairs.All(p => p.Value is JsonValue)
            ? pairs.DeepClone()
            : throw StripeApiException.Invalid("Metadata values must be strings.", parameter: path),
        JsonValue value when value.GetValue<string>().Length == 0 => new JsonObject(),
        _ => throw StripeApiException.Invalid($"Invalid object: {path}", parameter: path),
    };
}
