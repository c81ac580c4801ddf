using System.Text.Json;

namespace CleanIssuing.Application.Common;

/// <summary>
/// One thing to tell people later, such as what a change changed: a code and arguments, so that it can be stored and put into words
/// where it is shown.
/// </summary>
/// <param name="Code">For example <c>controls.limit_added</c>.</param>
/// <param name="Arguments">Ids, codes and amounts in the minor unit; never a secret.</param>
public sealed record Detail(string Code, params IReadOnlyList<string> Arguments)
{
    /// <summary>How long the stored form may be.</summary>
    public const int MaxLength = 32_000;

    /// <summary>As JSON, in the form that is stored; none where there is nothing to tell.</summary>
    /// <remarks>As many as fit into <see cref="MaxLength"/>; what was left out is said.</remarks>
    public static string? Write(IReadOnlyList<Detail> details)
    {
        if (details.Count == 0)
            return null;
        var text = Serialize(details);
        for (var kept = details.Count; text.Length > MaxLength; text = Serialize([.. details.Take(kept), new Detail("details.too_long")]))
            kept /= 2;
        return text;
    }

    /// <summary>Reads what <see cref="Write"/> made.</summary>
    public static IReadOnlyList<Detail> Read(string? stored) => stored is null
        ? []
        : [.. JsonSerializer.Deserialize<string[][]>(stored)!.Select(d => new Detail(d[0], d[1..]))];

    private static string Serialize(IReadOnlyList<Detail> details) =>
        JsonSerializer.Serialize(details.Select(d => (string[])[d.Code, .. d.Arguments]));
}
