namespace CleanIssuing.Application.Common.Access;

/// <summary>The answer to a <see cref="Requirement"/>.</summary>
public sealed record Decision
{
    private Decision()
    {
    }

    /// <summary>It may happen, in this account where it belongs to one.</summary>
    public static Decision Allow(AccountId? account = null, CardRelationship? card = null) =>
        new() { Account = account ?? card?.Account, Card = card };

    /// <summary>Nobody has signed in.</summary>
    public static Decision Unauthenticated => new() { Refusal = new UnauthenticatedException() };

    /// <summary>The person may know of it, but may not do it.</summary>
    public static Decision Forbid(AccountId? account = null) => new() { Refusal = new ForbiddenException(), Account = account };

    /// <summary>The person may know of it, and is told what is missing.</summary>
    public static Decision Refuse(ExpectedException refusal, AccountId account) => new() { Refusal = refusal, Account = account };

    /// <summary>To this person it does not exist.</summary>
    public static Decision NotFound(EntityKind kind) => new() { Refusal = new NotFoundException(kind) };

    /// <summary>Why not; none where it is allowed. The account is known all the same where the person may know of it.</summary>
    public ExpectedException? Refusal { get; private init; }

    public AccountId? Account { get; private init; }

    public CardRelationship? Card { get; private init; }
}
