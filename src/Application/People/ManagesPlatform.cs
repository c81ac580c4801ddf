using CleanIssuing.Application.Common;

namespace CleanIssuing.Application.People;

/// <summary>Admins of the platform's own account: events of every account come through it.</summary>
public sealed record ManagesPlatform : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        return await access.IsPlatformAdminAsync(actor.UserId, cancellationToken) ? Decision.Allow() : Decision.Forbid;
    }
}
