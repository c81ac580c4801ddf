using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>The replicas of what Stripe has, one at a time. Each row carries the time of its state.</summary>
internal sealed class ReplicaStore(IssuingDbContext db, IUnitOfWork unitOfWork, ReplicaUpsert upsert, AccountContext context)
    : ICardReplicaStore, IAuthorizationReplicaStore
{
    public Task<Card?> FindAsync(CardId card, CancellationToken cancellationToken) =>
        db.Cards.FirstOrDefaultAsync(c => c.Id == card, cancellationToken);

    public Task<SpendingControls?> UpsertAsync(Card card, CancellationToken cancellationToken) =>
        UpsertAsync(card, _ => false, cancellationToken);

    public Task<SpendingControls?> UpsertReadAsync(Card card, Card? replica, CancellationToken cancellationToken) =>
        UpsertAsync(card, now => now == replica, cancellationToken);

    public Task<SpendingControls?> UpsertWithinOperationAsync(Card card, CancellationToken cancellationToken) =>
        UpsertAsync(card, _ => true, cancellationToken);

    private async Task<SpendingControls?> UpsertAsync(Card card, Func<Card?, bool> isLaterThan, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await SaveAsync(
            async () =>
            {
                var replica = await db.Cards.AsTracking().FirstOrDefaultAsync(c => c.Id == card.Id, cancellationToken);
                if (replica is null && await db.Cardholders.AnyAsync(
                    h => h.Id == card.CardholderId && h.AccountId != card.AccountId, cancellationToken))
                    throw new AccountDiffersException(card.Id.Value);
                if (card.ReplacementFor is { } replaced && replica?.ReplacementFor != replaced)
                    await RefuseForeignAsync(card.Id.Value, replaced, card.AccountId, cancellationToken);
                before = await upsert.ApplyAsync(replica, card, isLaterThan(replica), cancellationToken);
            },
            cancellationToken);
        return before;
    }

    public Task<Cardholder?> FindAsync(CardholderId cardholder, CancellationToken cancellationToken) =>
        db.Cardholders.FirstOrDefaultAsync(c => c.Id == cardholder, cancellationToken);

    public Task<SpendingControls?> UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        UpsertAsync(cardholder, _ => false, cancellationToken);

    public Task<SpendingControls?> UpsertReadAsync(Cardholder cardholder, Cardholder? replica, CancellationToken cancellationToken) =>
        UpsertAsync(cardholder, now => now == replica, cancellationToken);

    public Task<SpendingControls?> UpsertWithinOperationAsync(Cardholder cardholder, CancellationToken cancellationToken) =>
        UpsertAsync(cardholder, _ => true, cancellationToken);

    private async Task<SpendingControls?> UpsertAsync(
        Cardholder cardholder, Func<Cardholder?, bool> isLaterThan, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await SaveAsync(
            async () =>
            {
                var replica = await db.Cardholders.AsTracking().FirstOrDefaultAsync(c => c.Id == cardholder.Id, cancellationToken);
                before = await upsert.ApplyAsync(replica, cardholder, isLaterThan(replica), cancellationToken);
            },
            cancellationToken);
        return before;
    }

    public Task UpsertAsync(Authorization authorization, CancellationToken cancellationToken) => SaveAsync(
        async () =>
        {
            var replica = await db.Authorizations.AsTracking().FirstOrDefaultAsync(a => a.Id == authorization.Id, cancellationToken);
            if (replica is null)
                await RefuseForeignAsync(authorization.Id.Value, authorization.CardId, authorization.AccountId, cancellationToken);
            await upsert.ApplyAsync(replica, authorization, cancellationToken);
            // Its transactions may have come first.
            if (replica?.CapturedMinor is null
                && await db.Transactions.AnyAsync(t => t.AuthorizationId == authorization.Id, cancellationToken))
            {
                await db.SaveChangesAsync(cancellationToken);
                await upsert.SumTransactionsAsync([authorization.Id], cancellationToken);
            }
        },
        cancellationToken);

    public Task UpsertAsync(IssuingTransaction transaction, CancellationToken cancellationToken) => SaveAsync(
        async () =>
        {
            var replica = await db.Transactions.AsTracking().FirstOrDefaultAsync(t => t.Id == transaction.Id, cancellationToken);
            if (replica is null)
                await RefuseForeignAsync(transaction.Id, transaction.CardId, transaction.AccountId, cancellationToken);
            upsert.Apply(replica, transaction);
            if (transaction.AuthorizationId is { } of)
            {
                await db.SaveChangesAsync(cancellationToken);
                await upsert.SumTransactionsAsync([of], cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>What belongs to a card belongs to the card's account.</summary>
    private async Task RefuseForeignAsync(string id, CardId card, AccountId account, CancellationToken cancellationToken)
    {
        if (await db.Cards.AnyAsync(c => c.Id == card && c.AccountId != account, cancellationToken))
            throw new AccountDiffersException(id);
    }

    private Task SaveAsync(Func<Task> apply, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            await apply();
            await db.SaveChangesAsync(cancellationToken);
            await upsert.MarkStaleDaysAsync(cancellationToken);
            db.ChangeTracker.Clear();
            context.Forget();
        },
        cancellationToken);
}
