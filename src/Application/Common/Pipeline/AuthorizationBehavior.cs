using MediatR;

namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>Lets a request through only when its requirement is met; a refusal of an audited request is written down.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(
    ICurrentActor current, IAccessReader access, AccountContext account, IAuditLog log)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // Deny by default: a request that forgot to say who may send it is nobody's.
        var decision = request is IAuthorizedRequest authorized
            ? await authorized.Requirement.DecideAsync(current.Actor, access, cancellationToken)
            : Decision.Forbid();

        if (decision.Refusal is { } refusal)
        {
            if (request is IAuditedRequest audited)
                // Written even when the caller has gone.
                await log.DenyAsync(audited.Audit, current.Actor, decision.Account, refusal.Reason.ToCode(), CancellationToken.None);
            throw refusal;
        }

        account.Enter(decision);
        return await next(cancellationToken);
    }
}
