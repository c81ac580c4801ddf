using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.StripeSync.Replicas;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>
/// Processes the events in the inbox: each in a scope and a transaction of its own, so that its effects happen once and a handler that
/// throws holds up no other event. Then reads from Stripe what was queued for a refresh.
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

    public async Task Handle(ProcessWebhookInbox request, CancellationToken cancellationToken)
    {
        // Before the first import nobody knows which account is the platform's; events wait for it.
        if (await accounts.FindPlatformAsync(cancellationToken) is not { } platform)
            return;

        while (await inbox.DequeueAsync(time.GetUtcNow(), cancellationToken) is { } next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ProcessAsync(next, platform.Id);
        }

        await refresher.RefreshAsync(platform.Id, cancellationToken);
    }

    private async Task ProcessAsync(WebhookEvent received, AccountId platform)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var own = services.GetRequiredService<IWebhookInbox>();
        try
        {
            var notification = services.GetRequiredService<IStripeEventParser>().ToNotification(received, platform);
            var state = notification is null ? WebhookEventState.Ignored : WebhookEventState.Processed;
            await services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async () =>
                {
                    // The end is written first, so that another process at the same event waits here and then leaves it.
                    if (await own.MarkProcessedAsync(received.Id, state, CancellationToken.None) && notification is not null)
                        await services.GetRequiredService<IPublisher>().Publish((object)notification, CancellationToken.None);
                },
                CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var tries = received.Tries + 1;
            LogFailed(failure, received.Id, received.Type, tries);
            await inbox.MarkFailedAsync(
                received.Id, failure.GetType().Name, tries >= TriesAtMost ? WebhookEventState.DeadLettered : WebhookEventState.Waiting,
                time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, tries)), CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The event {Event} ({Type}) could not be processed, try {Try}")]
    private partial void LogFailed(Exception failure, string @event, string type, int @try);
}
