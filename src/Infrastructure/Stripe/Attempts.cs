namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>
/// What became of the tries of one call. Stripe.net tells of the last one only; if an earlier one got no answer, the change may have been
/// made all the same.
/// </summary>
internal sealed class Attempts
{
    private static readonly AsyncLocal<Attempts?> OfThisCall = new();

    /// <summary>Whether a try got no answer, so that it may still be under way.</summary>
    public bool AnyUnanswered { get; private set; }

    /// <summary>Whether Stripe failed at a try, so that nobody knows what it had done by then.</summary>
    public bool AnyFailed { get; private set; }

    public static Attempts Begin() => OfThisCall.Value = new Attempts();

    public static void TellUnanswered()
    {
        if (OfThisCall.Value is { } attempts)
            attempts.AnyUnanswered = true;
    }

    public static void TellFailed()
    {
        if (OfThisCall.Value is { } attempts)
            attempts.AnyFailed = true;
    }
}
