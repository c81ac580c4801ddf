namespace CleanIssuing.Application.Common.Access;

/// <summary>What the person of the present request proves in their session: that it is still them.</summary>
public interface IStepUpProofs
{
    /// <summary>What the session is called, to count tries by. Opens nothing.</summary>
    string Session { get; }

    /// <summary>Whether they proved it within <see cref="StepUpState.ProofLasts"/>.</summary>
    bool IsFresh { get; }

    /// <param name="pinCardId">The card whose PIN is to be shown, once; none for all else.</param>
    Task AddAsync(CardId? pinCardId, CancellationToken cancellationToken);

    /// <summary>Uses up the proof for the PIN of this card.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> UseForPinAsync(CardId card, CancellationToken cancellationToken);
}
