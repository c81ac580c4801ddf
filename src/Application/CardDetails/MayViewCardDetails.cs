using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;

namespace CleanIssuing.Application.CardDetails;

/// <summary>
/// The card's cardholder, and admins of its account. A viewer sees the card, but never its number: a rule of its own, because
/// what it guards is the number itself.
/// </summary>
/// <param name="CardId">The card.</param>
public sealed record MayViewCardDetails(string CardId) : TiedToCard(CardId)
{
    /// <inheritdoc />
    protected override bool IsEnough(CardTie tie) => tie.IsCardholder || tie.IsAdmin;
}
