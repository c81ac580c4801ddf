namespace CleanIssuing.Application.Common.Access;

/// <summary>Anybody, also who has not signed in.</summary>
public sealed record Anyone : Requirement
{
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Decision.Allow());
}
