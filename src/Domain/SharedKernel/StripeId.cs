using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The shape that Stripe's object ids share: a prefix, then letters, digits and underscores.</summary>
internal static class StripeId
{
    /// <summary>Stripe promises that an id never grows beyond 255 characters.</summary>
    private const int MaxLength = 255;

    public static bool IsValid([NotNullWhen(true)] string? value, string prefix) =>
        value is not null
        && value.Length > prefix.Length
        && value.Length <= MaxLength
        && value.StartsWith(prefix, StringComparison.Ordinal)
        && value.AsSpan(prefix.Length).IndexOfAnyExcept(Allowed) < 0;

    public static string Require(string? value, string prefix) =>
        IsValid(value, prefix)
            ? value
            : throw new FormatException($"A Stripe id that starts with {prefix} was expected.");

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_");
}
