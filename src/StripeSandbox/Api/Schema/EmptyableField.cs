using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

/// <summary>A parameter that an empty text unsets.</summary>
internal sealed record EmptyableField(Field Inner) : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) =>
        sent is JsonValue value && value.GetValue<string>().Length == 0 ? null : Inner.Read(sent, path);
}
