using System.Globalization;
using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

internal sealed record IntegerField(bool Required = false, long Min = 0, long Max = 999_999_999_999) : Field(Required)
{
    public override JsonNode? Read(JsonNode sent, string path)
    {
        var text = Text(sent, path);
        if (text.Length == 0)
            throw Empty(path);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw StripeApiException.Invalid($"Invalid integer: {text}", "parameter_invalid_integer", path);
        return number >= Min && number <= Max
            ? number
            : throw StripeApiException.Invalid(
                number < Min ? $"This value must be greater than or equal to {Min}." : $"This value must be less than or equal to {Max}.",
                "parameter_invalid_integer", path);
    }
}
