namespace CleanIssuing.Application.Common.Access;

/// <summary>Admins of this account. Its viewers are told that they may not; to anybody else the account does not exist.</summary>
public sealed record ManagesAccount(AccountId AccountId) : Requirement
{
    public override string? Subject => AccountId.Value;

    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        if (await access.IsAdminAsync(actor.UserId, AccountId, cancellationToken))
            return Decision.Allow(AccountId);
        return (await access.ListVisibleAccountsAsync(actor.UserId, cancellationToken)).Contains(AccountId)
            ? Decision.Forbid(AccountId)
            : Decision.NotFound(EntityKind.Account);
    }
}
