using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;

namespace CleanIssuing.Application.Cards;

/// <summary>For an address that no card can have: it answers like a card that one may not see.</summary>
public sealed record NoSuchCard : Requirement
{
    /// <inheritdoc />
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.UserId is null ? Decision.SignIn : Decision.Hide("card"));
}
