using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

/// <summary>What a parameter may be. Reading turns text into JSON, or refuses as Stripe does.</summary>
internal abstract record Field(bool Required)
{
    public abstract JsonNode? Read(JsonNode sent, string path);

    /// <summary>What Stripe says of a parameter that is sent empty and cannot be unset.</summary>
    public static StripeApiException Empty(string path) => StripeApiException.Invalid(
        $"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a parameter; however '{path}' cannot "
        + $"be unset. You should remove '{path}' from your request or supply a non-empty value.",
        "parameter_invalid_empty", path);

    protected static string Text(JsonNode sent, string path) =>
        sent is JsonValue value ? value.GetValue<string>() : throw StripeApiException.Invalid($"Invalid string: {path}", parameter: path);
}
