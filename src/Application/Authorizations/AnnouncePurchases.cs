using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Tells the open pages of what an event of Stripe's changed, once that is written.</summary>
internal sealed class AnnouncePurchases(IPurchaseFeed feed, IUnitOfWork unitOfWork)
    : INotificationHandler<StripeAuthorizationUpdated>, INotificationHandler<StripeTransactionUpdated>
{
    public Task Handle(StripeAuthorizationUpdated notification, CancellationToken cancellationToken)
    {
        Announce(new PurchaseMoved(notification.Authorization.Id, notification.Authorization.CardId));
        return Task.CompletedTask;
    }

    public Task Handle(StripeTransactionUpdated notification, CancellationToken cancellationToken)
    {
        if (notification.Transaction.AuthorizationId is { } purchase)
            Announce(new PurchaseMoved(purchase, notification.Transaction.CardId));
        return Task.CompletedTask;
    }

    private void Announce(PurchaseMoved moved) => unitOfWork.AfterCommit(() => feed.Publish(moved));
}
