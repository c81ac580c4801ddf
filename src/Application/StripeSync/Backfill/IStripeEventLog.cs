using CleanIssuing.Application.StripeSync.Webhooks;

namespace CleanIssuing.Application.StripeSync.Backfill;

/// <summary>Stripe's own list of events, which reaches back 30 days (https://docs.stripe.com/api/events/list).</summary>
public interface IStripeEventLog
{
    /// <summary>The latest first.</summary>
    IAsyncEnumerable<WebhookEvent> ListSinceAsync(AccountId? onBehalfOf, DateTimeOffset since, CancellationToken cancellationToken);
}
