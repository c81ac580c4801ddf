using CleanIssuing.Domain.CardDetails;

namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// Who may view the details of the card, having proven anew that it is them where the account asks for it. An admin is shown no PIN of
/// somebody else unless the account says so.
/// </summary>
public sealed record MayRevealCardDetails(CardId CardId, RevealedDetails What) : MayViewCardDetails(CardId)
{
    protected override ExpectedException? FindMissing(CardRelationship relationship, IAccessReader access)
    {
        var state = access.GetStepUp(relationship.Account);
        if (What == RevealedDetails.Pin && !relationship.IsCardholder && !state.AdminsSeePins)
            return new ForbiddenException();
        return IsProven(state) ? null : new StepUpRequiredException();
    }

    /// <summary>Whether the person has proven enough already.</summary>
    internal bool IsProven(StepUpState state) => (What, state.Scope) switch
    {
        (RevealedDetails.Card, StepUpScope.AllDetails) => state.IsFresh,
        (RevealedDetails.Card, _) => true,
        (_, StepUpScope.Off) => state.HasSecondFactor || state.IsFresh,
        _ => state.IsFresh && state.PinCardId == CardId,
    };
}
