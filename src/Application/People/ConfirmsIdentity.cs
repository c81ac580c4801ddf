namespace CleanIssuing.Application.People;

/// <summary>Anybody who has signed in; for a card, who has to do with it. To anybody else the card does not exist.</summary>
public sealed record ConfirmsIdentity(CardId? CardId) : Requirement
{
    public override string? Subject => CardId?.Value;

    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        if (CardId is not { } card)
            return Decision.Allow();
        return await access.FindCardRelationshipAsync(actor.UserId, card, cancellationToken) is { } relationship
            ? Decision.Allow(card: relationship)
            : Decision.NotFound(EntityKind.Card);
    }
}
