using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>A transaction for statements that are written by hand, for a whole group of them.</summary>
internal sealed class BatchTransaction(IDbContextFactory<IssuingDbContext> contexts, WriteTurns turns)
{
    public async Task<T> ExecuteAsync<T>(Func<DbTransaction, Task<T>> write)
    {
        await using var db = await contexts.CreateDbContextAsync();
        using var turn = await turns.TakeAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await write(transaction.GetDbTransaction());
        await transaction.CommitAsync();
        return result;
    }
}
