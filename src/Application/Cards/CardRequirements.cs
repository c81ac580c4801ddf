using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>A rule about what ties the person to a card. To whom nothing does, and for an id that no card can have, it does not exist.</summary>
/// <param name="CardId">The card.</param>
public abstract record TiedToCard(string CardId) : Requirement
{
    /// <inheritdoc />
    public sealed override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        if (!Domain.Cards.CardId.IsValid(CardId)
            || await access.FindCardTieAsync(actor.UserId, Domain.Cards.CardId.Parse(CardId), cancellationToken) is not { } tie)
            return Decision.Hide("card");

        return IsEnough(tie) ? Decision.Allow(tie.Account, tie.OnBehalfOf) : Decision.Forbid;
    }

    /// <summary>Whether somebody tied to the card like this may.</summary>
    protected abstract bool IsEnough(CardTie tie);
}

/// <summary>The card's cardholder, and admins and viewers of its account: everybody whom anything ties to it.</summary>
/// <param name="CardId">The card.</param>
public sealed record MayViewCard(string CardId) : TiedToCard(CardId)
{
    /// <inheritdoc />
    protected override bool IsEnough(CardTie tie) => tie.IsCardholder || tie.IsAdmin || tie.IsViewer;
}

/// <summary>The card's cardholder, and admins of its account. Its viewers are told that they may not.</summary>
/// <param name="CardId">The card.</param>
public sealed record HoldsOrManagesCard(string CardId) : TiedToCard(CardId)
{
    /// <inheritdoc />
    protected override bool IsEnough(CardTie tie) => tie.IsCardholder || tie.IsAdmin;
}

/// <summary>Admins of the card's account. Its cardholder and viewers are told that they may not.</summary>
/// <param name="CardId">The card.</param>
public sealed record ManagesCard(string CardId) : TiedToCard(CardId)
{
    /// <inheritdoc />
    protected override bool IsEnough(CardTie tie) => tie.IsAdmin;
}
