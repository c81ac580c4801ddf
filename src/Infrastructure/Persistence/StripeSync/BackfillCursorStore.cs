using CleanIssuing.Application.StripeSync.Backfill;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class BackfillCursorStore(IssuingDbContext db, IUnitOfWork unitOfWork) : IBackfillCursorStore
{
    public Task<DateTimeOffset?> GetAsync(AccountId account, CancellationToken cancellationToken) =>
        db.BackfillCursors.Where(c => c.AccountId == account).Select(c => (DateTimeOffset?)c.CompleteUntil)
            .FirstOrDefaultAsync(cancellationToken);

    public Task StartAsync(AccountId account, DateTimeOffset at, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async () =>
        {
            if (await db.BackfillCursors.AnyAsync(c => c.AccountId == account, cancellationToken))
                return;
            db.BackfillCursors.Add(new BackfillCursorRow { AccountId = account, CompleteUntil = at });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        },
        cancellationToken);

    public Task MoveAsync(AccountId account, DateTimeOffset to, CancellationToken cancellationToken) =>
        db.BackfillCursors.Where(c => c.AccountId == account && c.CompleteUntil < to)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CompleteUntil, to), cancellationToken);
}
