using System.Data.Common;
using CleanIssuing.Domain.Audit;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

/// <summary>Writes lines of the audit log in groups.</summary>
internal sealed class AuditBatchWriter : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly BatchWriter<Func<AuditCommands, Task<long>>, long> _lines;

    public AuditBatchWriter(BatchTransaction transaction) =>
        _lines = new(LargestBatch, batch => transaction.ExecuteAsync(opened => SaveAsync(opened, batch)));

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

    private static async Task<IReadOnlyList<long>> SaveAsync(
        DbTransaction transaction, IReadOnlyList<Func<AuditCommands, Task<long>>> batch)
    {
        await using var commands = new AuditCommands(transaction);
        var numbers = new List<long>(batch.Count);
        foreach (var write in batch)
            numbers.Add(await write(commands));
        return numbers;
    }
}
