using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record MetadataField() : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) => sent switch
    {
        JsonObject pairs => pairs.DeepClone(),
        JsonValue value when value.GetValue<string>().Length == 0 => new JsonObject(),
        _ => throw StripeApiException.Invalid($"Invalid object: {path}", parameter: path),
    };
}
