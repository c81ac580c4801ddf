using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record ObjectField(bool Required, Dictionary<string, Field> Fields) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        if (sent is not JsonObject fields)
            throw StripeApiException.Invalid($"Invalid object: {path}", parameter: path);

        var read = new JsonObject();
        foreach (var (name, value) in fields)
        {
            var inner = path.Length == 0 ? name : $"{path}[{name}]";
            if (!Fields.TryGetValue(name, out var field))
                throw StripeApiException.Invalid($"Received unknown parameter: {inner}", "parameter_unknown", inner);
            read[name] = field.Read(value!, inner);
        }

        foreach (var (name, field) in Fields)
        {
            var inner = path.Length == 0 ? name : $"{path}[{name}]";
            if (field.Required && !fields.ContainsKey(name))
                throw StripeApiException.Invalid($"Missing required param: {inner}.", "parameter_missing", inner);
        }

        return read;
    }

    public JsonObject ReadAll(JsonObject sent) => (JsonObject)Read(sent, "")!;
}
