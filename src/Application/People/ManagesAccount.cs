using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Admins of this account. Its viewers are told that they may not; to anybody else the account does not exist.</summary>
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
        if (await access.IsAdminAsync(actor.UserId, account, cancellationToken))
            return Decision.Allow(account);
        return (await access.SeenByAsync(actor.UserId, cancellationToken)).Contains(account) ? Decision.Forbid : Decision.Hide("account");
    }
}

/// <summary>Admins and viewers of this account. To anybody else the account does not exist.</summary>
/// <param name="AccountId">The account.</param>
public sealed record SeesAccount(string AccountId) : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        if (!Domain.People.AccountId.IsValid(AccountId))
            return Decision.Hide("account");

        var account = Domain.People.AccountId.Parse(AccountId);
        return (await access.SeenByAsync(actor.UserId, cancellationToken)).Contains(account) ? Decision.Allow(account) : Decision.Hide("account");
    }
}

/// <summary>Admins and viewers of any account. What they then see is that of their accounts alone.</summary>
public sealed record SeesSomeAccount : Requirement
{
    /// <inheritdoc />
    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        if (actor.UserId is null)
            return Decision.SignIn;
        return (await access.SeenByAsync(actor.UserId, cancellationToken)).Count > 0 ? Decision.Allow() : Decision.Forbid;
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
