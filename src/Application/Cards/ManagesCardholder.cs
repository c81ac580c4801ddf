namespace CleanIssuing.Application.Cards;

/// <summary>
/// Admins of the cardholder's account. Its viewers are told that they may not; to anybody else the cardholder does not exist.
/// </summary>
public sealed record ManagesCardholder(CardholderId CardholderId) : Requirement
{
    public override string? Subject => CardholderId.Value;

    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        if (await access.FindAccountOfAsync(CardholderId, cancellationToken) is not { } account)
            return Decision.NotFound(EntityKind.Cardholder);
        if (await access.IsAdminAsync(actor.UserId, account, cancellationToken))
            return Decision.Allow(account);
        return (await access.ListVisibleAccountsAsync(actor.UserId, cancellationToken)).Contains(account)
            ? Decision.Forbid(account)
            : Decision.NotFound(EntityKind.Cardholder);
    }
}
