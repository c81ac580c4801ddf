using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Webhooks;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Backfill;

/// <summary>Asks Stripe for events that no webhook brought, and removes old ones from the inbox.</summary>
public sealed record BackfillEvents : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed partial class BackfillEventsHandler(
    IAccountReader accounts, IWebhookInbox inbox, IBackfillCursorStore cursors, IStripeEventLog log, IInboxSignal signal, TimeProvider time,
    ILogger<BackfillEventsHandler> logger) : IRequestHandler<BackfillEvents>
{
    // Stripe's list may show an event a little after its time.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    // Stripe keeps events for 30 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public async Task Handle(BackfillEvents request, CancellationToken cancellationToken)
    {
        StripeUnavailableException? down = null;
        foreach (var account in await accounts.ListAsync(cancellationToken))
        {
            try
            {
                // Until it is moved, the cursor stands where the account's first import began, which has shown the state of then.
                var earliest = time.GetUtcNow() - Longest;
                var complete = await cursors.GetAsync(account.Id, cancellationToken);
                if (complete is null)
                    await cursors.StartAsync(account.Id, earliest, cancellationToken);
                var since = (complete ?? earliest) - Margin;
                var from = since < earliest ? earliest : since;
                var missed = 0;
                var latest = from;
                await foreach (var listed in log.ListSinceAsync(account.OnBehalfOf, from, cancellationToken))
                {
                    if (await inbox.EnqueueAsync(listed, cancellationToken))
                        missed++;
                    latest = listed.CreatedAt > latest ? listed.CreatedAt : latest;
                }

                // The list is the latest first: only when it has ended is nothing left out before its first.
                await cursors.MoveAsync(account.Id, latest, cancellationToken);
                if (missed > 0)
                {
                    LogMissed(missed, account.Id.Value);
                    signal.Wake();
                }
            }
            catch (ExpectedException failure)
            {
                // An account that gives no events, or is too slow, must not keep the others from being asked.
                LogRefused(account.Id.Value, failure.Reason.ToCode(), failure.StripeRequestId);
                down = failure as StripeUnavailableException ?? down;
            }
        }

        await inbox.PruneAsync(time.GetUtcNow() - Longest - Longest, cancellationToken);
        if (down is not null)
            throw down;
    }

    [LoggerMessage(LogLevel.Information, "{Count} events of {Account} had been missed")]
    private partial void LogMissed(int count, string account);

    [LoggerMessage(LogLevel.Warning, "The events of {Account} cannot be listed ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogRefused(string account, string reason, string? stripeRequest);
}
