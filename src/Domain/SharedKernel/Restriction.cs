using System.Collections.Immutable;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>
/// Either an allowed list or a blocked one, never both: Stripe refuses both together, and this cannot hold them. An empty list
/// restricts nothing.
/// </summary>
public sealed class Restriction : IEquatable<Restriction>
{
    private Restriction(RestrictionMode mode, IEnumerable<string> codes)
    {
        Codes = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Mode = Codes.Length == 0 ? RestrictionMode.None : mode;
    }

    /// <summary>Everything may.</summary>
    public static Restriction None { get; } = new(RestrictionMode.None, []);

    /// <summary>Only these may.</summary>
    public static Restriction Allow(params IEnumerable<string> codes) => new(RestrictionMode.Allow, codes);

    /// <summary>All but these may.</summary>
    public static Restriction Block(params IEnumerable<string> codes) => new(RestrictionMode.Block, codes);

    /// <summary>How the list is read.</summary>
    public RestrictionMode Mode { get; }

    /// <summary>The list, in order.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>The list where it is an allowed one, as Stripe writes it.</summary>
    public ImmutableArray<string> Allowed => Mode == RestrictionMode.Allow ? Codes : [];

    /// <summary>The list where it is a blocked one, as Stripe writes it.</summary>
    public ImmutableArray<string> Blocked => Mode == RestrictionMode.Block ? Codes : [];

    /// <summary>Whether a purchase with this code may pass.</summary>
    public bool Permits(string code) => Mode switch
    {
        RestrictionMode.Allow => Codes.AsSpan().BinarySearch(code, StringComparer.Ordinal) >= 0,
        RestrictionMode.Block => Codes.AsSpan().BinarySearch(code, StringComparer.Ordinal) < 0,
        _ => true,
    };

    public bool Equals(Restriction? other) =>
        other is not null && Mode == other.Mode && Codes.SequenceEqual(other.Codes, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Restriction);

    public override int GetHashCode() => HashCode.Combine(Mode, Codes.Length);
}
