using System.Runtime.CompilerServices;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Domain.People;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

/// <summary>https://docs.stripe.com/api/events/list</summary>
internal sealed class EventLog(IStripeClient stripe, IEventReader reader) : IEventLog
{
    private const int PageSize = 100;

    public async IAsyncEnumerable<InboxEvent> SinceAsync(
        AccountId? onBehalfOf, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new EventListOptions
        {
            Type = "issuing_*",
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = PageSize,
        };
        while (true)
        {
            var page = await StripeErrors.CallAsync(
                () => new EventService(stripe).ListAsync(options, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), null, cancellationToken);
            foreach (var happened in page.Data)
                yield return reader.Read(happened.RawJsonElement!.Value.GetRawText()) with { AccountId = onBehalfOf };
            if (!page.HasMore || page.Data.Count == 0)
                yield break;
            options.StartingAfter = page.Data[^1].Id;
        }
    }
}
