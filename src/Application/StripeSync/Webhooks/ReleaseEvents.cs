using CleanIssuing.Application.StripeSync.Import;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Lets events be processed that waited for their account.</summary>
internal sealed class ReleaseEvents(IWebhookInbox inbox, IInboxSignal signal, TimeProvider time) : INotificationHandler<AccountImported>
{
    public async Task Handle(AccountImported notification, CancellationToken cancellationToken)
    {
        if (await inbox.ReleaseAsync(notification.AccountId, time.GetUtcNow(), cancellationToken))
            signal.Wake();
    }
}
