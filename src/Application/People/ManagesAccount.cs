using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Admins of this account. To anybody else the account does not exist.</summary>
/// <param name="AccountId">The account.</param>
public sealed record ManagesAccount(string AccountId) : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;

        if (!Domain.People.AccountId.IsValid(AccountId))
            return Decision.Hide("account");

        var account = Domain.People.AccountId.Parse(AccountId);
        return await access.IsAdminAsync(actor.UserId, account, cancellationToken)
            ? Decision.Allow(account)
            : Decision.Hide("account");
    }
}

/// <summary>Admins of any account. What they then see is that of their accounts alone.</summary>
public sealed record ManagesSomeAccount : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        return (await access.AdminOfAsync(actor.UserId, cancellationToken)).Count > 0 ? Decision.Allow() : Decision.Forbid;
    }
}
