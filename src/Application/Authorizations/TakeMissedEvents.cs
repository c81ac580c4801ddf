using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Takes in the events that were missed while nobody listened. What was taken in before is not taken in twice.</summary>
public sealed record TakeMissedEvents : IRequest, IAuthorizedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => new TheSystem();
}

internal sealed partial class TakeMissedEventsHandler(
    IAccountReader accounts, IEventInbox inbox, IEventLog log, IEventSignal signal, TimeProvider time, ILogger<TakeMissedEventsHandler> logger)
    : IRequestHandler<TakeMissedEvents>
{
    /// <summary>Events come out of order: what is a little older than the latest may still be missing.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>As long as Stripe keeps them.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public async Task Handle(TakeMissedEvents request, CancellationToken cancellationToken)
    {
        foreach (var account in await accounts.AllAsync(cancellationToken))
        {
            try
            {
                // Without any event yet, the import has just shown the present state.
                var since = (await inbox.LatestAsync(account.OnBehalfOf, cancellationToken) ?? time.GetUtcNow()) - Margin;
                var earliest = time.GetUtcNow() - Longest;
                var missed = 0;
                await foreach (var happened in log.SinceAsync(account.OnBehalfOf, since < earliest ? earliest : since, cancellationToken))
                {
                    if (await inbox.TakeAsync(happened, cancellationToken))
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
                LogRefused(account.Id.Value, refusal.Reason, refusal.StripeRequestId);
            }
        }

        await inbox.PruneAsync(time.GetUtcNow() - Longest - Longest, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Count} events of {Account} had been missed")]
    private partial void LogMissed(int count, string account);

    [LoggerMessage(LogLevel.Warning, "The events of {Account} cannot be listed ({Reason}, Stripe request {StripeRequest})")]
    private partial void LogRefused(string account, string reason, string? stripeRequest);
}
