using System.Globalization;
using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>What a parameter may be. Reading turns text into JSON, or refuses as Stripe does.</summary>
internal abstract record Field(bool Required)
{
    public abstract JsonNode? Read(JsonNode sent, string path);

    protected static string Text(JsonNode sent, string path) =>
        sent is JsonValue value ? value.GetValue<string>() : throw StripeApiException.Invalid($"Invalid string: {path}", parameter: path);
}

internal sealed record TextField(bool Required = false, int MaxLength = 5000) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        var text = Text(sent, path);
        if (text.Length > MaxLength)
            throw StripeApiException.Invalid($"Invalid string: must be at most {MaxLength} characters", parameter: path);
        if (text.Length == 0)
            return Required
                ? throw StripeApiException.Invalid($"You passed an empty string for '{path}'.", "parameter_invalid_empty", path)
                : null;
        return text;
    }
}

internal sealed record IntegerField(bool Required = false, long Min = 0, long Max = long.MaxValue) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        if (!long.TryParse(Text(sent, path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw StripeApiException.Invalid($"Invalid integer: {path}", "parameter_invalid_integer", path);
        return number >= Min && number <= Max
            ? number
            : throw StripeApiException.Invalid(
                number < Min ? $"This value must be greater than or equal to {Min}." : $"This value must be less than or equal to {Max}.",
                "parameter_invalid_integer", path);
    }
}

internal sealed record BooleanField() : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) => Text(sent, path) switch
    {
        "true" => true,
        "false" => false,
        _ => throw StripeApiException.Invalid($"Invalid boolean: {path}", parameter: path),
    };
}

internal sealed record ChoiceField(bool Required, params string[] Choices) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        var text = Text(sent, path);
        return Choices.Contains(text, StringComparer.Ordinal)
            ? text
            : throw StripeApiException.Invalid($"Invalid {path}: must be one of {string.Join(", ", Choices)}", parameter: path);
    }
}

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

internal sealed record MetadataField() : Field(false)
{
    public override JsonNode? Read(JsonNode sent, string path) => sent switch
    {
        JsonObject pairs => pairs.DeepClone(),
        JsonValue value when value.GetValue<string>().Length == 0 => new JsonObject(),
        _ => throw StripeApiException.Invalid($"Invalid object: {path}", parameter: path),
    };
}

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
