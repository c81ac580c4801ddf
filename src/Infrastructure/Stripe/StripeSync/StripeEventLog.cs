using System.Runtime.CompilerServices;
using CleanIssuing.Application.StripeSync.Backfill;
using CleanIssuing.Application.StripeSync.Webhooks;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.StripeSync;

/// <summary>https://docs.stripe.com/api/events/list</summary>
internal sealed class StripeEventLog(IStripeClient stripe, IStripeEventParser parser) : IStripeEventLog
{
    private const int PageSize = 100;

    /// <summary>
    /// What the portal handles. By name: of patterns Stripe's documents show only those that end in a whole word, such as
    /// <c>issuing_card.*</c>, and it takes at most 20 names.
    /// </summary>
    internal static IReadOnlyList<string> EventTypes { get; } =
    [
        "issuing_authorization.created", "issuing_authorization.updated", "issuing_card.created", "issuing_card.updated",
        "issuing_cardholder.created", "issuing_cardholder.updated", "issuing_transaction.created",
        "issuing_transaction.purchase_details_receipt_updated", "issuing_transaction.updated",
    ];

    public async IAsyncEnumerable<WebhookEvent> ListSinceAsync(
        AccountId? onBehalfOf, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new EventListOptions
        {
            Types = [.. EventTypes],
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
