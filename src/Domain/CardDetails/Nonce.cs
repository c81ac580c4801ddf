namespace CleanIssuing.Domain.CardDetails;

/// <summary>
/// The single-use value that Stripe.js makes in the browser for one card, and that the ephemeral key is bound to. A secret:
/// it has no text form.
/// </summary>
public readonly record struct Nonce
{
    private const int MinLength = 8;
    private const int MaxLength = 500;

    private Nonce(string value) => Value = value;

    /// <summary>The nonce itself, for Stripe and for the browser that made it.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether <paramref name="value"/> could be a nonce. Stripe does not document the shape, so this only keeps out what no
    /// token of Stripe's has: spaces, control characters, anything beyond ASCII, or a length out of proportion.
    /// </summary>
    public static bool IsValid(string? value) =>
        value is { Length: >= MinLength and <= MaxLength } && value.All(c => c is > ' ' and < '\x7f');

    /// <summary>Reads a nonce.</summary>
    /// <exception cref="ArgumentException">It cannot be one.</exception>
    public static Nonce Parse(string? value) =>
        IsValid(value) ? new(value!) : throw new ArgumentException("Not a nonce of Stripe.js.", nameof(value));

    public override string ToString() => "(nonce)";
}
