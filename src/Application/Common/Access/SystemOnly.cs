namespace CleanIssuing.Application.Common.Access;

/// <summary>The application itself, or the operator on its machine. No person, and no web request.</summary>
public sealed record SystemOnly : Requirement
{
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.IsSystem ? Decision.Allow() : Decision.Forbid());
}
