namespace CleanIssuing.Domain.SharedKernel;

/// <summary>
/// For which card details a person proves anew that it is them, after signing in. Stripe's key for the details of a card shows all of
/// them: who asks for the number without it could, with a script of their own, show the PIN with the same key. Only
/// <see cref="AllDetails"/> keeps both from a stolen session.
/// </summary>
public enum StepUpScope
{
    /// <summary>For none. A PIN is shown to who has signed in with a second factor: Stripe demands that much.</summary>
    Off,

    /// <summary>For the PIN, each time.</summary>
    Pin,

    /// <summary>For number, expiry and security code every few minutes, and for the PIN each time.</summary>
    AllDetails,
}
