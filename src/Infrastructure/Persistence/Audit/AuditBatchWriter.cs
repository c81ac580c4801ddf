using System.Threading.Channels;
using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

/// <summary>
/// Writes lines of the audit log in groups: those that wait while one transaction is written share the next. Whoever wrote a line goes
/// on only after its transaction has been committed.
/// </summary>
internal sealed class AuditBatchWriter : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly IDbContextFactory<IssuingDbContext> _contexts;
    private readonly Channel<Line> _waiting = Channel.CreateBounded<Line>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task _writing;

    public AuditBatchWriter(IDbContextFactory<IssuingDbContext> contexts)
    {
        _contexts = contexts;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <returns>The number of the new line.</returns>
    public Task<long> InsertAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        WriteAsync(new Line(commands => commands.InsertAsync(entry), cancellationToken), cancellationToken);

    public Task EndAsync(long entry, AuditResult result, CancellationToken cancellationToken) => WriteAsync(
        new Line(async commands =>
        {
            await commands.EndAsync(entry, result);
            return entry;
        }, cancellationToken),
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task<long> WriteAsync(Line line, CancellationToken cancellationToken)
    {
        await _waiting.Writer.WriteAsync(line, cancellationToken);
        return await line.Written.Task.WaitAsync(cancellationToken);
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Line>(LargestBatch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var line))
                batch.Add(line);

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Line> batch)
    {
        // Nobody waits for these any more, so nothing is going to happen that they would tell of.
        batch.RemoveAll(line => line.Caller.IsCancellationRequested && line.Written.TrySetCanceled(line.Caller));
        if (batch.Count == 0)
            return;
        try
        {
            var numbers = await SaveAsync(batch);
            foreach (var (line, number) in batch.Zip(numbers))
                line.Written.TrySetResult(number);
        }
        catch (Exception failure) when (batch.Count == 1 || !DatabaseErrors.IsOfOneStatement(failure))
        {
            // A database that cannot be reached is not asked again for each line.
            batch.ForEach(line => line.Written.TrySetException(failure));
        }
        catch (Exception)
        {
            // One bad line must not take the others with it: each is tried for itself.
            foreach (var line in batch)
                await WriteAsync([line]);
        }
    }

    private async Task<List<long>> SaveAsync(List<Line> batch)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var commands = new AuditCommands(transaction.GetDbTransaction());
        var numbers = new List<long>(batch.Count);
        foreach (var line in batch)
            numbers.Add(await line.Write(commands));

        await transaction.CommitAsync();
        return numbers;
    }

    private sealed record Line(Func<AuditCommands, Task<long>> Write, CancellationToken Caller)
    {
        public TaskCompletionSource<long> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
