using CleanIssuing.Application.Accounts;
using MediatR;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Puts an event, whose signature has been checked, into the inbox.</summary>
public sealed record ReceiveWebhook(string Body) : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new WebhookOnly();

    /// <summary>The name alone: the body is personal data.</summary>
    public override string ToString() => nameof(ReceiveWebhook);
}

internal sealed class ReceiveWebhookHandler(
    IStripeEventParser parser, IWebhookInbox inbox, IInboxSignal signal, PlatformConfirmation confirmation)
        : IRequestHandler<ReceiveWebhook>
{
    public async Task Handle(ReceiveWebhook request, CancellationToken cancellationToken)
    {
        // Stripe sends it again; it may belong to an account that this database is not about.
        if (!confirmation.IsConfirmed)
            throw new StripeUnavailableException(RefusalReason.PlatformUnconfirmed);

        WebhookEvent received;
        try
        {
            received = parser.Parse(request.Body);
        }
        catch (FormatException)
        {
            throw InvalidReason.Webhook.For("body");
        }

        // Once it is on its way to the disk, Stripe's hanging up must not stop it.
        if (await inbox.EnqueueAsync(received, CancellationToken.None))
            signal.Wake();
    }
}
