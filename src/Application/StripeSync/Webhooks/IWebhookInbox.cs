namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Keeps the events that Stripe sent until they are processed.</summary>
public interface IWebhookInbox
{
    /// <returns>Whether it is new: Stripe sends an event at least once.</returns>
    Task<bool> EnqueueAsync(WebhookEvent received, CancellationToken cancellationToken);

    /// <summary>The earliest events that are due.</summary>
    Task<IReadOnlyList<WebhookEvent>> DequeueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <returns>Whether it was still waiting: another process may have been faster.</returns>
    Task<bool> MarkProcessedAsync(string id, WebhookEventState state, CancellationToken cancellationToken);

    Task MarkFailedAsync(string id, string failure, WebhookEventState state, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Sets an event aside until its account is known.</summary>
    /// <returns>Whether it is the first of that account.</returns>
    Task<bool> AwaitAccountAsync(WebhookEvent received, CancellationToken cancellationToken);

    /// <summary>Lets the events of an account that is known now be processed.</summary>
    /// <returns>Whether there were any.</returns>
    Task<bool> ReleaseAsync(AccountId account, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The latest first, with those that wait for their account.</summary>
    Task<IReadOnlyList<WebhookEvent>> ListDeadLettersAsync(int take, CancellationToken cancellationToken);

    /// <returns>Whether there is such a dead letter.</returns>
    Task<bool> RetryAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);

    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
