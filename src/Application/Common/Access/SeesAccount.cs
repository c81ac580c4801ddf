namespace CleanIssuing.Application.Common.Access;

/// <summary>Admins and viewers of this account. To anybody else the account does not exist.</summary>
public sealed record SeesAccount(AccountId AccountId) : Requirement
{
    public override string? Subject => AccountId.Value;

    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.Unauthenticated;
        return (await access.ListVisibleAccountsAsync(actor.UserId, cancellationToken)).Contains(AccountId)
            ? Decision.Allow(AccountId)
            : Decision.NotFound(EntityKind.Account);
    }
}
