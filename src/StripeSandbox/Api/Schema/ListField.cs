using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

/// <param name="CanBeUnset">Whether an empty text unsets the list; otherwise it is refused.</param>
internal sealed record ListField(Field Item, bool CanBeUnset = false) : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) => sent switch
    {
        JsonArray items => new JsonArray([.. items.Select((item, i) => Item.Read(item!, $"{path}[{i}]"))]),
        JsonValue value when value.GetValue<string>().Length == 0 => CanBeUnset ? new JsonArray() : throw Empty(path),
        _ => throw StripeApiException.Invalid($"Invalid array: {path}", parameter: path),
    };
}
