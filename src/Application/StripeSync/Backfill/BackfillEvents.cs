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
    IAccountReader accounts, IWebhookInbox inbox, IStripeEventLog log, IInboxSignal signal, TimeProvider time,
    ILogger<BackfillEventsHandler> logger) : IRequestHandler<BackfillEvents>
{
    // Webhooks arrive out of order: one that is missing may be older than the latest that came.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    // Stripe keeps events for 30 days.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public async Task Handle(BackfillEvents request, CancellationToken cancellationToken)
    {
        foreach (var account in await accounts.ListAsync(cancellationToken))
        {
            try
            {
                // Without any event yet, the import has just shown the present state.
                var since = (await inbox.GetLatestAsync(account.OnBehalfOf, cancellationToken) ?? time.GetUtcNow()) - Margin;
                var earliest = time.GetUtcNow() - Longest;
                var missed = 0;
                var from = since < earliest ? earliest : since;
                await foreach (var listed in log.ListSinceAsync(account.OnBehalfOf, from, cancellationToken))
                {
                    if (await inbox.EnqueueAsync(listed, cancellationToken))
                        missed++;
                }

                if (missed > 0)
                {
                    LogMissed(missed, account.Id.Value);
                    signal.Wake();
                }
            }
            catch (StripeRefusedException refusal)
            {
                // An account that gives no events must not keep the others from being asked.
                LogRefused(account.Id.Value, refusal.Reason.ToCode(), refusal.StripeRequestId);
            }
        }

        await inbox.PruneAsync(time.GetUtcNow() - Longest - Longest, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Count} events of {Account} had been missed")]
    private partial void LogMissed(int count, string account);

    [LoggerMessage(LogLevel.Warning, "The events of {Account} cannot be listed ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogRefused(string account, string reason, string? stripeRequest);
}
