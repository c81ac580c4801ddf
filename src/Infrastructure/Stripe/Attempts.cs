namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>
/// What became of the tries of one call. Stripe.net tells of the last one only; if an earlier one got no answer, the change may have been
/// made all the same.
/// </summary>
internal sealed class Attempts
{
    private static readonly AsyncLocal<Attempts?> OfThisCall = new();

    /// <summary>Whether a try ended without an answer that says what became of it.</summary>
    public bool AnyUnknown { get; private set; }

    public static Attempts Begin() => OfThisCall.Value = new Attempts();

    public static void TellUnknown()
    {
        if (OfThisCall.Value is { } attempts)
            attempts.AnyUnknown = true;
    }
}
