using System.Text.Encodings.Web;
using System.Text.Json;
using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

/// <summary>How what is told of a purchase is stored in a column.</summary>
internal static class AuthorizationDetailsJson
{
    /// <summary>
    /// More than fifty requests with their reasons, and fifty entries of metadata, take, be they all of signs that are escaped.
    /// </summary>
    public const int MaxLength = 512 * 1024;

    // Read by this program alone; a letter of another alphabet must not take six.
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(AuthorizationDetails details) => JsonSerializer.Serialize(details, Options);

    /// <summary>Of a purchase that was stored before there were details, and not read again yet, nothing is known.</summary>
    public static AuthorizationDetails Read(string text)
    {
        if (text.Length == 0)
            return AuthorizationDetails.None;
        var read = JsonSerializer.Deserialize<AuthorizationDetails>(text, Options)!;
        // Read in the order of the machine's language, it would differ from what Stripe tells.
        return read with { Metadata = read.Metadata.WithComparers(StringComparer.Ordinal) };
    }
}
