using MediatR;

namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>
/// Lets a request through only when its requirement is met. A refusal is written down: of a change as that change, of a look at something
/// as such.
/// </summary>
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
            // Written even when the caller has gone. What nobody in particular asks for is in the web server's log.
            if (request is IAuditedRequest || current.Actor.UserId is not null)
                await log.DenyAsync(Action(request), current.Actor, decision.Account, refusal.Reason.ToCode(), CancellationToken.None);
            throw refusal;
        }

        account.Enter(decision);
        return await next(cancellationToken);
    }

    private static AuditedAction Action(TRequest request) =>
        (request as IAuditedRequest)?.Audit
        ?? new AuditedAction("access.view", (request as IAuthorizedRequest)?.Requirement.Subject ?? typeof(TRequest).Name);
}
