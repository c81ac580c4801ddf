using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

/// <summary>A moment in Unix seconds, or a range of moments.</summary>
internal sealed record MomentsField() : Field(false)
{
    private static readonly ObjectField Range = new(false, new()
    {
        ["gt"] = new IntegerField(),
        ["gte"] = new IntegerField(),
        ["lt"] = new IntegerField(),
        ["lte"] = new IntegerField(),
    });

    public override JsonNode? Read(JsonNode sent, string path) =>
        sent is JsonObject ? Range.Read(sent, path) : new IntegerField().Read(sent, path);
}
