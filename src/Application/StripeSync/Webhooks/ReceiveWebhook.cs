using CleanIssuing.Application.Accounts;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Puts an event, whose signature has been checked, into the inbox.</summary>
/// <param name="Sources">Which endpoints the signature speaks for.</param>
public sealed record ReceiveWebhook(string Body, WebhookSources Sources) : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new WebhookOnly();

    /// <summary>The name alone: the body is personal data.</summary>
    public override string ToString() => nameof(ReceiveWebhook);
}

internal sealed partial class ReceiveWebhookHandler(
    IStripeEventParser parser, IWebhookInbox inbox, IInboxSignal signal, PlatformConfirmation confirmation,
    ILogger<ReceiveWebhookHandler> logger) : IRequestHandler<ReceiveWebhook>
{
    public async Task Handle(ReceiveWebhook request, CancellationToken cancellationToken)
    {
        // Stripe sends it again; it may belong to an account that this database is not about.
        if (!confirmation.IsConfirmed)
            throw new StripeUnavailableException(RefusalReason.PlatformUnconfirmed);

        WebhookEvent? received;
        try
        {
            received = parser.Parse(request.Body);
        }
        catch (FormatException)
        {
            throw InvalidReason.Webhook.For("body");
        }

        if (received is null)
        {
            LogOtherMode();
            return;
        }

        if (!request.Sources.HasFlag(received.AccountId is null ? WebhookSources.Platform : WebhookSources.Connect))
            throw InvalidReason.WebhookSecret.For("body");

        // Once it is on its way to the disk, Stripe's hanging up must not stop it.
        if (await inbox.EnqueueAsync(received, CancellationToken.None))
            signal.Wake();
    }

    [LoggerMessage(LogLevel.Information, "An event of Stripe's other mode was left aside")]
    private partial void LogOtherMode();
}
