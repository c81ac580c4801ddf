using System.Text.Json;

namespace CleanIssuing.Application.Common.Errors;

/// <summary>How a reason is written in JSON, in the audit log and in resources: <c>stripe_timeout</c>.</summary>
public static class Codes
{
    public static string ToCode(this Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
