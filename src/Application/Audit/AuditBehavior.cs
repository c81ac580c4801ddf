using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Audit;
using MediatR;

namespace CleanIssuing.Application.Audit;

/// <summary>
/// Writes an audited request down before it is handled, and its end before the answer leaves. If either cannot be written,
/// there is no answer.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(IAuditTrail trail, ICurrentActor current, AuthorizedAccount account)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IAuditedRequest
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var entry = await trail.BeginAsync(request.Audit, current.Actor, account.Id, cancellationToken);
        TResponse response;
        try
        {
            response = await next(cancellationToken);
        }
        catch (Exception failure)
        {
            // The end is written even when the caller has gone.
            var (reason, stripeRequest) = failure switch
            {
                ExpectedException expected => (expected.Reason, expected.StripeRequestId),
                OperationCanceledException => ("canceled", null),
                _ => ("error", null),
            };
            await trail.EndAsync(entry, new AuditEnd(AuditOutcome.Failed, reason, stripeRequest), CancellationToken.None);
            throw;
        }

        var end = new AuditEnd(
            AuditOutcome.Succeeded, null, (response as IStripeAnswer)?.StripeRequestId, (response as IAuditedAnswer)?.AuditDetails);
        await trail.EndAsync(entry, end, CancellationToken.None);
        return response;
    }
}

/// <summary>An answer that Stripe had a part in.</summary>
public interface IStripeAnswer
{
    /// <summary>Stripe's id of the request, for Stripe Support.</summary>
    string? StripeRequestId { get; }
}

/// <summary>An answer that says what was changed.</summary>
public interface IAuditedAnswer
{
    /// <summary>What was changed, from what to what, and why. Never a secret.</summary>
    string? AuditDetails { get; }
}
