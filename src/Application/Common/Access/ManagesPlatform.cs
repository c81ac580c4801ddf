namespace CleanIssuing.Application.Common.Access;

/// <summary>Admins of the platform's own account: events of every account come through it.</summary>
public sealed record ManagesPlatform : Requirement
{
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        return await access.IsPlatformAdminAsync(actor.UserId, cancellationToken) ? Decision.Allow() : Decision.Forbid();
    }
}
