using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace CleanIssuing.WebUi.Http;

/// <summary>Reads what stands in an address, once, at the border. What cannot be read is a 400 before any handler.</summary>
internal static class Queries
{
    /// <summary>None where nothing, or only blanks, was given.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Those of these that are given, trimmed.</summary>
    public static IReadOnlyList<(string Name, string Value)> AllGiven(params (string Name, string? Value)[] fields) =>
        [.. fields.Select(f => (f.Name, Value: Given(f.Value)!)).Where(f => f.Value is not null)];

    /// <summary>An address with these in its query.</summary>
    public static string Address(string path, IEnumerable<(string Name, string Value)> given)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in given)
            query.Add(name, value);
        return path + query.ToQueryString();
    }

    /// <exception cref="FluentValidation.ValidationException">It is given, but no such id.</exception>
    public static T? Id<T>(string? text, string name, InvalidReason reason)
        where T : struct, IParsable<T>
    {
        if (Given(text) is not { } given)
            return null;
        return T.TryParse(given, null, out var id) ? id : throw reason.For(name);
    }

    /// <summary>From where a list goes on.</summary>
    /// <exception cref="FluentValidation.ValidationException">It is given, but no list ever gave it out.</exception>
    public static long? Cursor(string? text, string name)
    {
        if (Given(text) is not { } given)
            return null;
        return long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor)
            ? cursor
            : throw InvalidReason.Cursor.For(name);
    }

    /// <returns>The first day of the month.</returns>
    /// <exception cref="FluentValidation.ValidationException">It is given, but no month.</exception>
    public static DateOnly? Month(string? text, string name) => Given(text) is { } given ? Day(given + "-01", name) : null;

    /// <exception cref="FluentValidation.ValidationException">It is given, but no day.</exception>
    public static DateOnly? Day(string? text, string name)
    {
        if (Given(text) is not { } given)
            return null;
        // Nothing happened before there were computers' clocks.
        return DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 1970
            ? day
            : throw InvalidReason.Day.For(name);
    }
}
