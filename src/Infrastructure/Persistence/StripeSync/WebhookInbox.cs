using CleanIssuing.Application.StripeSync.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class WebhookInbox(IssuingDbContext db, WebhookBatchWriter writer, IUnitOfWork unitOfWork) : IWebhookInbox
{
    public Task<bool> EnqueueAsync(WebhookEvent received, CancellationToken cancellationToken) =>
        writer.AddAsync(received, cancellationToken);

    public async Task<IReadOnlyList<WebhookEvent>> DequeueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        await db.WebhookEvents.Where(e => e.State == WebhookEventState.Waiting && e.DueAt <= now)
            .OrderBy(e => e.CreatedAt).ThenBy(e => e.Id).Take(take).ToListAsync(cancellationToken);

    public async Task<bool> MarkProcessedAsync(string id, WebhookEventState state, CancellationToken cancellationToken) =>
        await db.WebhookEvents.Where(e => e.Id == id && e.State == WebhookEventState.Waiting).ExecuteUpdateAsync(
            // It carries names and addresses, and nobody needs it any more.
            set => set.SetProperty(e => e.State, state).SetProperty(e => e.Failure, (string?)null).SetProperty(e => e.Payload, ""),
            cancellationToken) == 1;

    public Task MarkFailedAsync(string id, string failure, WebhookEventState state, DateTimeOffset dueAt,
        CancellationToken cancellationToken) =>
        db.WebhookEvents.Where(e => e.Id == id && e.State == WebhookEventState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, state).SetProperty(e => e.Failure, failure).SetProperty(e => e.DueAt, dueAt)
                .SetProperty(e => e.Tries, e => e.Tries + 1),
            cancellationToken);

    public async Task<bool> AwaitAccountAsync(WebhookEvent received, CancellationToken cancellationToken)
    {
        var others = await db.WebhookEvents.AnyAsync(
            e => e.AccountId == received.AccountId && e.State == WebhookEventState.AwaitingAccount, cancellationToken);
        await db.WebhookEvents.Where(e => e.Id == received.Id && e.State == WebhookEventState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, WebhookEventState.AwaitingAccount), cancellationToken);
        return !others;
    }

    public async Task<bool> ReleaseAsync(AccountId account, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.WebhookEvents.Where(e => e.AccountId == account && e.State == WebhookEventState.AwaitingAccount).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, WebhookEventState.Waiting).SetProperty(e => e.DueAt, now), cancellationToken) > 0;

    public async Task<IReadOnlyList<WebhookEvent>> ListDeadLettersAsync(int take, CancellationToken cancellationToken) =>
        await db.WebhookEvents.Where(e => e.State == WebhookEventState.DeadLettered || e.State == WebhookEventState.AwaitingAccount)
            .OrderByDescending(e => e.CreatedAt).Take(take).ToListAsync(cancellationToken);

    public async Task<bool> RetryAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.WebhookEvents.Where(e => e.Id == id
            && (e.State == WebhookEventState.DeadLettered || e.State == WebhookEventState.AwaitingAccount)).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, WebhookEventState.Waiting).SetProperty(e => e.Tries, 0).SetProperty(e => e.DueAt, now),
            cancellationToken) == 1;

    public Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        db.WebhookEvents.Where(e => e.ReceivedAt < before && e.State != WebhookEventState.Waiting).OrderBy(e => e.ReceivedAt)
            .DeleteInTurnsAsync(unitOfWork, cancellationToken);
}
