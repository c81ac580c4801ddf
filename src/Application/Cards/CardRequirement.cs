namespace CleanIssuing.Application.Cards;

/// <summary>A rule about what ties the person to a card. To whom nothing does, the card does not exist.</summary>
public abstract record CardRequirement(CardId CardId) : Requirement
{
    public override string? Subject => CardId.Value;

    public sealed override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        if (await access.FindCardRelationshipAsync(actor.UserId, CardId, cancellationToken) is not { } relationship)
            return Decision.NotFound(EntityKind.Card);

        if (!IsEnough(relationship))
            return Decision.Forbid(relationship.Account);
        return FindMissing(relationship, access) is { } missing
            ? Decision.Refuse(missing, relationship.Account)
            : Decision.Allow(card: relationship);
    }

    protected abstract bool IsEnough(CardRelationship relationship);

    /// <summary>What is missing beside that; nothing, unless a rule says so.</summary>
    protected virtual ExpectedException? FindMissing(CardRelationship relationship, IAccessReader access) => null;
}
