using System.Globalization;

namespace CleanIssuing.WebUi.Http;

/// <summary>Reads what stands in an address, once, at the border. What cannot be read is a 400 before any handler.</summary>
internal static class Queries
{
    /// <summary>None where nothing, or only blanks, was given.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <exception cref="FluentValidation.ValidationException">It is given, but no such id.</exception>
    public static T? Id<T>(string? text, string name, InvalidReason reason)
        where T : struct, IParsable<T>
    {
        if (Given(text) is not { } given)
            return null;
        return T.TryParse(given, null, out var id) ? id : throw reason.For(name);
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
