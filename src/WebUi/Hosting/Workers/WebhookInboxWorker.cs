using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Webhooks;
using MediatR;

namespace CleanIssuing.WebUi.Hosting.Workers;

/// <summary>Processes events as they come.</summary>
internal sealed class WebhookInboxWorker(
    IServiceProvider services, PlatformConfirmation confirmation, TimeProvider time, ILogger<WebhookInboxWorker> logger)
    : Worker(services, confirmation, time, logger, "The processing of events", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)),
        IInboxSignal
{
    protected override IRequest Work { get; } = new ProcessWebhookInbox();
}
