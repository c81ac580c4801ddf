using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

/// <summary>What a parameter may be. Reading turns text into JSON, or refuses as Stripe does.</summary>
internal abstract record Field(bool Required)
{
    public abstract JsonNode? Read(JsonNode sent, string path);

    protected static string Text(JsonNode sent, string path) =>
        sent is JsonValue value ? value.GetValue<string>() : throw StripeApiException.Invalid($"Invalid string: {path}", parameter: path);
}
