using CleanIssuing.Application.Cards;
using MediatR;

namespace CleanIssuing.IntegrationTests.Extending;

/// <summary>A handler with a fault: it throws for the cardholders that a test names.</summary>
internal sealed class FailOnDemand(FaultyCardholders faulty) : INotificationHandler<StripeCardholderUpdated>
{
    public Task Handle(StripeCardholderUpdated notification, CancellationToken cancellationToken) =>
        faulty.Ids.ContainsKey(notification.Cardholder.Id.Value)
            ? throw new InvalidOperationException("This handler has a fault.")
            : Task.CompletedTask;
}
