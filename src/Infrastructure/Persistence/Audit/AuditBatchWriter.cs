using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

/// <summary>Writes lines of the audit log in groups.</summary>
internal sealed class AuditBatchWriter : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly IDbContextFactory<IssuingDbContext> _contexts;
    private readonly WriteTurns _turns;
    private readonly BatchWriter<Func<AuditCommands, Task<long>>, long> _lines;

    public AuditBatchWriter(IDbContextFactory<IssuingDbContext> contexts, WriteTurns turns)
    {
        (_contexts, _turns) = (contexts, turns);
        _lines = new(LargestBatch, SaveAsync);
    }

    /// <returns>The number of the new line.</returns>
    public Task<long> InsertAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        _lines.WriteAsync(commands => commands.InsertAsync(entry), cancellationToken);

    public Task EndAsync(long entry, AuditResult result, CancellationToken cancellationToken) => _lines.WriteAsync(
        async commands =>
        {
            await commands.EndAsync(entry, result);
            return entry;
        },
        cancellationToken);

    public ValueTask DisposeAsync() => _lines.DisposeAsync();

    private async Task<IReadOnlyList<long>> SaveAsync(IReadOnlyList<Func<AuditCommands, Task<long>>> batch)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        using var turn = await _turns.TakeAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var commands = new AuditCommands(transaction.GetDbTransaction());
        var numbers = new List<long>(batch.Count);
        foreach (var write in batch)
            numbers.Add(await write(commands));

        await transaction.CommitAsync();
        return numbers;
    }
}
