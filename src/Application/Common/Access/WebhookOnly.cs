namespace CleanIssuing.Application.Common.Access;

/// <summary>A request of Stripe's whose signature has been checked.</summary>
public sealed record WebhookOnly : Requirement
{
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.IsWebhook ? Decision.Allow() : Decision.Forbid());
}
