using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>One address of the API.</summary>
internal sealed record ApiEndpoint(string Method, string Path, Dictionary<string, Field> Parameters, Func<ApiCall, JsonNode> Handle)
{
    private readonly ObjectField _schema = new(false, new(Parameters) { ["expand"] = new ListField(new TextField()) });

    public JsonObject Read(JsonObject sent) => _schema.ReadAll(sent);
}
