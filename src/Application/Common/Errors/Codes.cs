using System.Text.Json;

namespace CleanIssuing.Application.Common.Errors;

/// <summary>How a reason is written in JSON, in the audit log and in resources: <c>stripe_timeout</c>.</summary>
public static class Codes
{
    public static string ToCode(this Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The value that the text is the code or the name of, in any case; none where there is none.</summary>
    public static T? Find<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value =>
                string.Equals(text, value.ToCode(), StringComparison.OrdinalIgnoreCase)
                || string.Equals(text, value.ToString(), StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value).FirstOrDefault();
}
