using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>
/// Writes an audited request down before it is handled, and its end before the answer leaves. If either cannot be written,
/// there is no answer.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(IAuditLog log, ICurrentActor current, AccountContext account)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAuditedRequest
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var entry = await log.BeginAsync(request.Audit, current.Actor, account.Id, cancellationToken);
        TResponse response;
        try
        {
            response = await next(cancellationToken);
        }
        catch (Exception failure)
        {
            await FailAsync(entry, failure);
            throw;
        }

        if (response is IAuditedStream stream)
            stream.OnEnd(failure => failure is null ? SucceedAsync(entry, response) : FailAsync(entry, failure));
        else
            await SucceedAsync(entry, response);
        return response;
    }

    private Task SucceedAsync(long entry, TResponse response)
    {
        var details = (response as IAuditedAnswer)?.AuditDetails ?? [];
        return log.EndAsync(
            entry, new AuditResult(AuditOutcome.Succeeded, null, (response as IStripeAnswer)?.StripeRequestId, Detail.Write(details)),
            CancellationToken.None);
    }

    // The end is written even when the caller has gone.
    private Task FailAsync(long entry, Exception failure)
    {
        var (reason, stripeRequest) = failure switch
        {
            ExpectedException expected => (expected.Reason.ToCode(), expected.StripeRequestId),
            ValidationException invalid => (invalid.Errors.FirstOrDefault()?.ErrorCode ?? "invalid", null),
            OperationCanceledException => ("canceled", null),
            _ => ("error", null),
        };
        return log.EndAsync(entry, new AuditResult(AuditOutcome.Failed, reason, stripeRequest), CancellationToken.None);
    }
}
