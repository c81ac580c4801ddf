namespace CleanIssuing.Application.Common.Access;

/// <summary>Anybody who has signed in.</summary>
public sealed record SignedIn : Requirement
{
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.UserId is null ? Decision.Unauthenticated : Decision.Allow());
}
