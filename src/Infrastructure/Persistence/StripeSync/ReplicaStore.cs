using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>The replicas of what Stripe has, one at a time. Each row carries the time of its state.</summary>
internal sealed class ReplicaStore(IssuingDbContext db, IUnitOfWork unitOfWork, ReplicaUpsert upsert, AccountContext context)
    : ICardReplicaStore, IAuthorizationReplicaStore
{
    public async Task<SpendingControls?> UpsertAsync(Card card, CancellationToken cancellationToken)
    {
        SpendingControls? before = null;
        await SaveAsync(
            async () => before = await upsert.ApplyAsync(
                await db.Cards.AsTracking().FirstOrDefaultAsync(c => c.Id == card.Id, cancellationToken), card, cancellationToken),
            cancellationToken);
        return before;
    }

    public Task UpsertAsync(Cardholder cardholder, CancellationToken cancellationToken) => SaveAsync(
        async () => await upsert.ApplyAsync(
            await db.Cardholders.AsTracking().FirstOrDefaultAsync(c => c.Id == cardholder.Id, cancellationToken), cardholder,
            cancellationToken),
        cancellationToken);

    public Task UpsertAsync(Authorization authorization, CancellationToken cancellationToken) => SaveAsync(
        async () => await upsert.ApplyAsync(
            await db.Authorizations.AsTracking().FirstOrDefaultAsync(a => a.Id == authorization.Id, cancellationToken), authorization,
            cancellationToken),
        cancellationToken);

    public Task UpsertAsync(IssuingTransaction transaction, CancellationToken cancellationToken) => SaveAsync(
        async () => upsert.Apply(
            await db.Transactions.AsTracking().FirstOrDefaultAsync(t => t.Id == transaction.Id, cancellationToken), transaction),
        cancellationToken);

    private Task SaveAsync(Func<Task> apply, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            await apply();
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            context.Forget();
        },
        cancellationToken);
}
