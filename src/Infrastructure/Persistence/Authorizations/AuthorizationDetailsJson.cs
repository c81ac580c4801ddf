using System.Text.Json;
using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Infrastructure.Persistence.Authorizations;

/// <summary>How what is told of a purchase is stored in a column.</summary>
internal static class AuthorizationDetailsJson
{
    /// <summary>More than fifty requests with their reasons, and fifty entries of metadata, take.</summary>
    public const int MaxLength = 128 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(AuthorizationDetails details) => JsonSerializer.Serialize(details, Options);

    /// <summary>Of a purchase that was stored before there were details, and not read again yet, nothing is known.</summary>
    public static AuthorizationDetails Read(string text) =>
        text.Length == 0 ? AuthorizationDetails.None : JsonSerializer.Deserialize<AuthorizationDetails>(text, Options)!;
}
