using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>The replicas of what Stripe has. Each row carries the time of its state.</summary>
internal sealed class ReplicaStore(IssuingDbContext db, IUnitOfWork unitOfWork, AccountContext context)
    : ICardReplicaStore, IAuthorizationReplicaStore
{
    private enum Verdict
    {
        Newer,
        Older,
        Unclear,
    }

    public async Task<SpendingControls?> UpsertAsync(Card card, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await unitOfWork.ExecuteAsync(async () => before = await UpsertAsync(card, isEvent: false, cancellationToken), cancellationToken);
        return before;
    }

    public async Task<SpendingControls?> ApplyEventAsync(Card card, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await unitOfWork.ExecuteAsync(async () => before = await UpsertAsync(card, isEvent: true, cancellationToken), cancellationToken);
        return before;
    }

    public Task UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(() => UpsertAsync(cardholder, isEvent: false, cancellationToken), cancellationToken);

    public Task ApplyEventAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteAsync(() => UpsertAsync(cardholder, isEvent: true, cancellationToken), cancellationToken);

    public Task UpsertAsync(Authorization authorization, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            var replica = await db.Authorizations.AsTracking().FirstOrDefaultAsync(a => a.Id == authorization.Id, cancellationToken);
            // Of two states of the same second, the one in which more has happened is the later one.
            var (had, has) = (replica?.AsOf.ToUnixTimeSeconds() ?? 0, authorization.AsOf.ToUnixTimeSeconds());
            if (replica is null || had < has || (had == has && replica.Status == AuthorizationStatus.Pending))
                await SaveAsync(replica, authorization, cancellationToken);
        },
        cancellationToken);

    public Task UpsertAsync(IssuingTransaction transaction, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            var replica = await db.Transactions.AsTracking().FirstOrDefaultAsync(t => t.Id == transaction.Id, cancellationToken);
            if (replica is null || replica.AsOf <= transaction.AsOf)
                await SaveAsync(replica, transaction, cancellationToken);
        },
        cancellationToken);

    private async Task<SpendingControls?> UpsertAsync(Card card, bool isEvent, CancellationToken cancellationToken)
    {
        var replica = await db.Cards.AsTracking().FirstOrDefaultAsync(c => c.Id == card.Id, cancellationToken);
        if (replica is not null && Compare(replica.AsOf, card.AsOf, isEvent) is { } verdict and not Verdict.Newer)
        {
            if (verdict == Verdict.Unclear && replica with { AsOf = card.AsOf } != card)
                await QueueRefreshAsync(card.Id.Value, card.AccountId, cancellationToken);
            return null;
        }

        var before = replica?.SpendingControls;
        if (card.Status != CardStatus.Inactive && replica?.Status == CardStatus.Inactive)
            await db.CardFreezes.Where(f => f.CardId == card.Id).ExecuteDeleteAsync(cancellationToken);
        await SaveAsync(replica, card, cancellationToken);
        return before is null || before.Equals(card.SpendingControls) ? null : before;
    }

    private async Task UpsertAsync(Cardholder cardholder, bool isEvent, CancellationToken cancellationToken)
    {
        var replica = await db.Cardholders.AsTracking().FirstOrDefaultAsync(c => c.Id == cardholder.Id, cancellationToken);
        if (replica is not null && Compare(replica.AsOf, cardholder.AsOf, isEvent) is { } verdict and not Verdict.Newer)
        {
            if (verdict == Verdict.Unclear && replica with { AsOf = cardholder.AsOf } != cardholder)
                await QueueRefreshAsync(cardholder.Id.Value, cardholder.AccountId, cancellationToken);
            return;
        }

        await SaveAsync(replica, cardholder, cancellationToken);
        await db.Cards.Where(c => c.CardholderId == cardholder.Id && c.CardholderName != cardholder.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CardholderName, cardholder.Name), cancellationToken);
    }

    private static Verdict Compare(DateTimeOffset replica, DateTimeOffset state, bool isEvent)
    {
        if (!isEvent)
            return replica <= state ? Verdict.Newer : Verdict.Older;
        // Events are dated to the second.
        var second = DateTimeOffset.FromUnixTimeSeconds(replica.ToUnixTimeSeconds());
        return second < state ? Verdict.Newer : second == state ? Verdict.Unclear : Verdict.Older;
    }

    private async Task QueueRefreshAsync(string id, AccountId account, CancellationToken cancellationToken)
    {
        if (!await db.RefreshQueue.AnyAsync(o => o.ObjectId == id, cancellationToken))
            db.RefreshQueue.Add(new RefreshQueueItem(id, account));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task SaveAsync<T>(T? replica, T newer, CancellationToken cancellationToken)
        where T : class
    {
        db.Upsert(replica, newer);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        context.Forget();
    }
}
