using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Replicas;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>
/// Processes the events in the inbox: a few in one transaction with their ends, so that their effects happen once. Where a handler throws,
/// each of them is tried in a transaction of its own, so that it holds up no other. Then reads from Stripe what was queued for a refresh.
/// </summary>
public sealed record ProcessWebhookInbox : IRequest, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed partial class ProcessWebhookInboxHandler(
    IServiceScopeFactory scopes, IWebhookInbox inbox, IAccountReader accounts, ReplicaRefresher refresher, TimeProvider time,
    ILogger<ProcessWebhookInboxHandler> logger) : IRequestHandler<ProcessWebhookInbox>
{
    private const int TriesAtMost = 6;

    // Commits are what takes time; but what arrives meanwhile waits for a transaction to end.
    private const int AtOnce = 16;

    public async Task Handle(ProcessWebhookInbox request, CancellationToken cancellationToken)
    {
        // Before the first import nobody knows which account is the platform's; events wait for it.
        if (await accounts.FindPlatformAsync(cancellationToken) is not { } platform)
            return;

        while (await inbox.DequeueAsync(time.GetUtcNow(), AtOnce, cancellationToken) is { Count: > 0 } due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await TryProcessAsync(due, platform.Id) is null)
                continue;
            foreach (var one in due)
            {
                if (await TryProcessAsync([one], platform.Id) is { } failure)
                    await FailAsync(one, failure);
            }
        }

        await refresher.RefreshAsync(platform.Id, cancellationToken);
    }

    /// <returns>Why none of them was processed; none where all were.</returns>
    private async Task<Exception?> TryProcessAsync(IReadOnlyList<WebhookEvent> events, AccountId platform)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (own, parser) = (services.GetRequiredService<IWebhookInbox>(), services.GetRequiredService<IStripeEventParser>());
        var publisher = services.GetRequiredService<IPublisher>();
        try
        {
            await services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async () =>
                {
                    foreach (var received in events)
                    {
                        var notification = parser.ToNotification(received, platform);
                        var state = notification is null ? WebhookEventState.Ignored : WebhookEventState.Processed;
                        // The end is written first, so that another process at the same event waits here and then leaves it.
                        if (await own.MarkProcessedAsync(received.Id, state, CancellationToken.None) && notification is not null)
                            await publisher.Publish((object)notification, CancellationToken.None);
                    }
                },
                CancellationToken.None);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private async Task FailAsync(WebhookEvent received, Exception failure)
    {
        var tries = received.Tries + 1;
        LogFailed(failure, received.Id, received.Type, tries);
        await inbox.MarkFailedAsync(
            received.Id, failure.GetType().Name, tries >= TriesAtMost ? WebhookEventState.DeadLettered : WebhookEventState.Waiting,
            time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, tries)), CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Type}) could not be processed, try {Try}")]
    private partial void LogFailed(Exception failure, string @event, string type, int @try);
}
