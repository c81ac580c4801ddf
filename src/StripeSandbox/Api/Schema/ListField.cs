using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record ListField(Field Item) : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) => sent switch
    {
        JsonArray items => new JsonArray([.. items.Select((item, i) => Item.Read(item!, $"{path}[{i}]"))]),
        // An empty text clears a list.
        JsonValue value when value.GetValue<string>().Length == 0 => new JsonArray(),
        _ => throw StripeApiException.Invalid($"Invalid array: {path}", parameter: path),
    };
}
