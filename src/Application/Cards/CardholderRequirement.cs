namespace CleanIssuing.Application.Cards;

/// <summary>A rule about what ties the person to a cardholder's account. To whom nothing does, the cardholder does not exist.</summary>
public abstract record CardholderRequirement(CardholderId CardholderId) : Requirement
{
    public sealed override string? Subject => CardholderId.Value;

    /// <summary>Whether a viewer of the account may do it, too.</summary>
    protected abstract bool MayView { get; }

    public sealed override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        if (await access.FindAccountOfAsync(CardholderId, cancellationToken) is not { } account)
            return Decision.NotFound(EntityKind.Cardholder);
        if (await access.IsAdminAsync(actor.UserId, account, cancellationToken))
            return Decision.Allow(account);
        return !(await access.ListVisibleAccountsAsync(actor.UserId, cancellationToken)).Contains(account)
            ? Decision.NotFound(EntityKind.Cardholder)
            : MayView ? Decision.Allow(account) : Decision.Forbid(account);
    }
}
