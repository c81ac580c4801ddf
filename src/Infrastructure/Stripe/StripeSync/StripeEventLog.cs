using System.Runtime.CompilerServices;
using CleanIssuing.Application.StripeSync.Backfill;
using CleanIssuing.Application.StripeSync.Webhooks;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.StripeSync;

/// <summary>https://docs.stripe.com/api/events/list</summary>
internal sealed class StripeEventLog(IStripeClient stripe, IStripeEventParser parser) : IStripeEventLog
{
    private const int PageSize = 100;

    public async IAsyncEnumerable<WebhookEvent> ListSinceAsync(
        AccountId? onBehalfOf, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new EventListOptions
        {
            Types = [.. StripeOptions.HandledEvents],
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = PageSize,
        };
        while (true)
        {
            var page = await StripeErrors.CallAsync(
                () => new EventService(stripe).ListAsync(options, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken),
                null, cancellationToken);
            foreach (var happened in page.Data)
            {
                if (parser.Parse(happened.RawJsonElement!.Value.GetRawText()) is { } parsed)
                    yield return parsed with { AccountId = onBehalfOf };
            }

            if (!page.HasMore || page.Data.Count == 0)
                yield break;
            options.StartingAfter = page.Data[^1].Id;
        }
    }
}
