using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>The card's cardholder, and admins and viewers of its account. To anybody else the card does not exist.</summary>
/// <param name="CardId">The card.</param>
public sealed record MayViewCard(string CardId) : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;

        var tie = await access.FindCardTieAsync(actor.UserId, Domain.Cards.CardId.Parse(CardId), cancellationToken);
        return tie is { IsCardholder: true } or { IsAdmin: true } or { IsViewer: true } ? Decision.Allow(tie.Account, tie.OnBehalfOf) : Decision.Hide("card");
    }
}

/// <summary>The card's cardholder, and admins of its account. Its viewers are told that they may not; to anybody else it does not exist.</summary>
/// <param name="CardId">The card.</param>
public sealed record HoldsOrManagesCard(string CardId) : Requirement
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
            { IsCardholder: true } or { IsAdmin: true } => Decision.Allow(tie.Account, tie.OnBehalfOf),
            { IsViewer: true } => Decision.Forbid,
            _ => Decision.Hide("card"),
        };
    }
}
