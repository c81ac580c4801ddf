using CleanIssuing.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal sealed class Transactions(IssuingDbContext db) : ITransactions
{
    public async Task RunAsync(Func<Task> changes, CancellationToken cancellationToken)
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
