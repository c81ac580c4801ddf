namespace CleanIssuing.Application.Authorizations;

/// <summary>A rule about what ties the person to the card of a purchase. To whom nothing does, the purchase does not exist.</summary>
public abstract record PurchaseRequirement(AuthorizationId AuthorizationId) : Requirement
{
    public override string? Subject => AuthorizationId.Value;

    public sealed override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        if (await access.FindCardOfAsync(AuthorizationId, cancellationToken) is not { } card
            || await access.FindCardRelationshipAsync(actor.UserId, card, cancellationToken) is not { } relationship)
            return Decision.NotFound(EntityKind.Purchase);
        return IsEnough(relationship) ? Decision.Allow(card: relationship) : Decision.Forbid(relationship.Account);
    }

    protected abstract bool IsEnough(CardRelationship relationship);
}
