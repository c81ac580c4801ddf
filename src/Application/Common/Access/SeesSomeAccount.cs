namespace CleanIssuing.Application.Common.Access;

/// <summary>Admins and viewers of any account. What they then see is that of their accounts alone.</summary>
public sealed record SeesSomeAccount : Requirement
{
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        return (await access.ListVisibleAccountsAsync(actor.UserId, cancellationToken)).Count > 0 ? Decision.Allow() : Decision.Forbid();
    }
}
