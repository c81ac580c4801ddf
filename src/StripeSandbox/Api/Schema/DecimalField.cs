using System.Globalization;
using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api.Schema;

/// <summary>A decimal number, which Stripe shows as the text that was sent, or as a number.</summary>
internal sealed record DecimalField(bool AsNumber = false) : Field(false)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override JsonNode? Read(JsonNode sent, string path)
    {
        var text = Text(sent, path);
        if (text.Length == 0)
            throw Empty(path);
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
            throw StripeApiException.Invalid($"Invalid decimal: {text}", "parameter_invalid_string", path);
        return AsNumber ? number : text;
    }
}
