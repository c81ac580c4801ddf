using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;

namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// The card's cardholder, and admins of its account. A viewer sees the card, but never its number: a rule of its own, because
/// what it guards is the number itself.
/// </summary>
/// <param name="CardId">The card.</param>
public sealed record MayViewCardDetails(string CardId) : Requirement
{
    /// <inheritdoc />
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        new HoldsOrManagesCard(CardId).DecideAsync(actor, access, cancellationToken);
}
