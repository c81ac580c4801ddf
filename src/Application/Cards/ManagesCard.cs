using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Admins of the card's account. Its cardholder and viewers are told that they may not; to anybody else it does not exist.</summary>
/// <param name="CardId">The card.</param>
public sealed record ManagesCard(string CardId) : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        if (!Domain.Cards.CardId.IsValid(CardId))
            return Decision.Hide("card");

        var tie = await access.FindCardTieAsync(actor.UserId, Domain.Cards.CardId.Parse(CardId), cancellationToken);
        return tie switch
        {
            { IsAdmin: true } => Decision.Allow(tie.Account, tie.OnBehalfOf),
            { IsCardholder: true } or { IsViewer: true } => Decision.Forbid,
            _ => Decision.Hide("card"),
        };
    }
}
