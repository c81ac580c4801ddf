using CleanIssuing.Application.Audit;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.Common;

/// <summary>Lets a request through only when its requirement is met; a refusal of an audited request is written down.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(
    ICurrentActor current, IAccessReader access, AuthorizedAccount account, IAuditTrail trail)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // Deny by default: a request that forgot to say who may send it is nobody's.
        var decision = request is IAuthorizedRequest authorized
            ? await authorized.Requirement.DecideAsync(current.Actor, access, cancellationToken)
            : Decision.Forbid;

        if (decision.Refusal is { } refusal)
        {
            if (request is IAuditedRequest audited)
                await trail.DenyAsync(audited.Audit, current.Actor, refusal.Reason, cancellationToken);
            throw refusal;
        }

        (account.Id, account.OnBehalfOf) = (decision.Account, decision.OnBehalfOf);
        return await next(cancellationToken);
    }
}

/// <summary>Carries the account, once authorization knows it, to what comes after in the same scope.</summary>
public sealed class AuthorizedAccount
{
    /// <summary>The account that the present request belongs to.</summary>
    public AccountId? Id { get; internal set; }

    /// <summary>The account that Stripe is asked on behalf of; none for the platform itself.</summary>
    public AccountId? OnBehalfOf { get; internal set; }
}
