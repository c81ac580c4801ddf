namespace CleanIssuing.Infrastructure.Persistence;

internal sealed class UnitOfWork(IssuingDbContext db) : IUnitOfWork
{
    public async Task ExecuteAsync(Func<Task> changes, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await changes();
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await changes();
        await transaction.CommitAsync(cancellationToken);
    }
}
