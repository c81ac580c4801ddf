using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Pipeline;
using CleanIssuing.Domain.SharedKernel;
using MediatR;

namespace CleanIssuing.IntegrationTests.Extending;

/// <summary>Writes an audit entry for each purchase of a thousand units of its currency or more.</summary>
internal sealed class RecordLargePurchases(IAuditLog log) : INotificationHandler<StripeAuthorizationUpdated>
{
    private const decimal Large = 1000;

    public Task Handle(StripeAuthorizationUpdated notification, CancellationToken cancellationToken)
    {
        var purchase = notification.Authorization;
        return purchase.Amount.Units < Large
            ? Task.CompletedTask
            : log.RecordAsync(
                new AuditedAction("purchase.large", purchase.Id.Value), Actor.Webhook(), purchase.AccountId, purchase.CreatedAt,
                new AuditResult(AuditOutcome.Succeeded), cancellationToken);
    }
}
