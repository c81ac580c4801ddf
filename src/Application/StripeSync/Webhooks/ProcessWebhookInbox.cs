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
    IServiceScopeFactory scopes, IWebhookInbox inbox, IAccountReader accounts, IImportSignal import, ReplicaRefresher refresher,
    TimeProvider time, ILogger<ProcessWebhookInboxHandler> logger) : IRequestHandler<ProcessWebhookInbox>
{
    private const int TriesAtMost = 6;

    // Commits are what takes time; but what arrives meanwhile waits for a transaction to end.
    private const int AtOnce = 8;

    /// <summary>How far Stripe's clock may be ahead of ours. A state from the future would hide every later one.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    public async Task Handle(ProcessWebhookInbox request, CancellationToken cancellationToken)
    {
        // Before the first import nobody knows which account is the platform's; events wait for it.
        if (await accounts.FindPlatformAsync(cancellationToken) is not { } platform)
            return;

        var known = (await accounts.ListAsync(cancellationToken)).Select(a => a.Id).ToHashSet();
        while (await inbox.DequeueAsync(time.GetUtcNow(), AtOnce, cancellationToken) is { Count: > 0 } due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var accepted = new List<WebhookEvent>();
            foreach (var received in due)
            {
                if (!await IsHeldBackAsync(received, platform.Id, known, cancellationToken))
                    accepted.Add(received);
            }

            if (await TryProcessAsync(accepted, platform.Id) is null)
                continue;
            foreach (var one in accepted)
            {
                if (await TryProcessAsync([one], platform.Id) is { } failure)
                    await FailAsync(one, failure);
            }
        }

        await refresher.RefreshAsync(platform.Id, cancellationToken);
    }

    private async Task<bool> IsHeldBackAsync(
        WebhookEvent received, AccountId platform, IReadOnlySet<AccountId> known, CancellationToken cancellationToken)
    {
        if (received.CreatedAt > time.GetUtcNow() + ClocksDiffer)
        {
            await DeadLetterAsync(received, WebhookDoubt.CreatedInFuture);
            return true;
        }

        if (received.AccountId is not { } account)
            return false;
        if (account == platform)
        {
            await DeadLetterAsync(received, WebhookDoubt.AccountDiffers);
            return true;
        }

        if (known.Contains(account))
            return false;
        LogUnknownAccount(received.Id, received.Type, account);
        if (await inbox.AwaitAccountAsync(received, cancellationToken))
            import.Wake();
        return true;
    }

    private Task DeadLetterAsync(WebhookEvent received, WebhookDoubt doubt)
    {
        LogDeadLettered(received.Id, received.Type, doubt);
        return inbox.MarkFailedAsync(
            received.Id, doubt.ToString(), WebhookEventState.DeadLettered, time.GetUtcNow(), CancellationToken.None);
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
        if (failure is AccountDiffersException)
        {
            // Trying again does not help.
            await DeadLetterAsync(received, WebhookDoubt.AccountDiffers);
            return;
        }

        var tries = received.Tries + 1;
        LogFailed(failure, received.Id, received.Type, tries);
        await inbox.MarkFailedAsync(
            received.Id, failure.GetType().Name, tries >= TriesAtMost ? WebhookEventState.DeadLettered : WebhookEventState.Waiting,
            time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, tries)), CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Type}) is not trusted and became a dead letter: {Doubt}")]
    private partial void LogDeadLettered(string @event, string type, WebhookDoubt doubt);

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Type}) waits: its account {Account} is not known here")]
    private partial void LogUnknownAccount(string @event, string type, AccountId account);

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Type}) could not be processed, try {Try}")]
    private partial void LogFailed(Exception failure, string @event, string type, int @try);
}
