using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Common;

/// <summary>What must be true of a person before a request of theirs is handled, in the domain's words.</summary>
public abstract record Requirement
{
    /// <summary>Decides for <paramref name="actor"/>, from local data.</summary>
    public abstract ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken);
}

/// <summary>A request that says who may send it. Every request does; one that does not is refused.</summary>
public interface IAuthorizedRequest
{
    /// <summary>Who may send it.</summary>
    Requirement Requirement { get; }
}

/// <summary>The answer to a <see cref="Requirement"/>.</summary>
public sealed record Decision
{
    private Decision()
    {
    }

    /// <summary>It may happen, in this account where it belongs to one.</summary>
    public static Decision Allow(AccountId? account = null, AccountId? onBehalfOf = null) =>
        new() { Account = account, OnBehalfOf = onBehalfOf };

    /// <summary>Nobody has signed in.</summary>
    public static Decision SignIn { get; } = new() { Refusal = new SignInRequiredException() };

    /// <summary>The person may know that the thing exists, but may not do this.</summary>
    public static Decision Forbid { get; } = new() { Refusal = new ForbiddenException() };

    /// <summary>To this person the thing does not exist, whether it does or not.</summary>
    public static Decision Hide(string what) => new() { Refusal = new NotFoundException(what) };

    /// <summary>What the person is told; none when it may happen.</summary>
    public ExpectedException? Refusal { get; private init; }

    /// <summary>The account that the request belongs to.</summary>
    public AccountId? Account { get; private init; }

    /// <summary>The account that Stripe is asked on behalf of; none for the platform itself.</summary>
    public AccountId? OnBehalfOf { get; private init; }
}

/// <summary>Whoever has signed in.</summary>
public sealed record SignedIn : Requirement
{
    /// <inheritdoc />
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.UserId is null ? Decision.SignIn : Decision.Allow());
}

/// <summary>The application itself, or whoever runs commands on its machine: nobody who comes over the network.</summary>
public sealed record TheSystem : Requirement
{
    /// <inheritdoc />
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.IsSystem ? Decision.Allow() : Decision.Forbid);
}

/// <summary>Stripe, whose signature has been checked.</summary>
public sealed record StripeItself : Requirement
{
    /// <inheritdoc />
    public override ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken) =>
        ValueTask.FromResult(actor.IsStripe ? Decision.Allow() : Decision.Forbid);
}
