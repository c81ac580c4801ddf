namespace CleanIssuing.Application.Common.Access;

/// <summary>Admins of any account. What they then see is that of their accounts alone.</summary>
public sealed record ManagesSomeAccount : Requirement
{
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        return (await access.ListAdministeredAccountsAsync(actor.UserId, cancellationToken)).Count > 0
            ? Decision.Allow() : Decision.Forbid();
    }
}
