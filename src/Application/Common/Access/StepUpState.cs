namespace CleanIssuing.Application.Common.Access;

/// <summary>What an account asks for before card details are shown, and what the person has proven in their session.</summary>
/// <param name="IsFresh">Whether they proved within <see cref="ProofLasts"/> that it is them.</param>
/// <param name="HasSecondFactor">Whether they signed in with a second factor.</param>
/// <param name="PinCardId">The card whose PIN the last proof was for, while it is unused.</param>
public sealed record StepUpState(StepUpScope Scope, bool AdminsSeePins, bool IsFresh, bool HasSecondFactor, CardId? PinCardId)
{
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(5);
}
