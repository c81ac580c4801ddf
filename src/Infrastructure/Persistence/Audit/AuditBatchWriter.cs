using System.Threading.Channels;
using CleanIssuing.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

/// <summary>
/// Writes the trail. Whatever waits is written in one transaction, so that many requests share the wait for the disk, and
/// no two of them fight for the one writer that SQLite has.
/// </summary>
internal sealed class AuditWriter : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly IDbContextFactory<IssuingDbContext> _contexts;
    private readonly Channel<Line> _waiting = Channel.CreateBounded<Line>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task _writing;

    public AuditWriter(IDbContextFactory<IssuingDbContext> contexts)
    {
        _contexts = contexts;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Returns once the line is safe on disk, and throws where it is not.</summary>
    public async Task WriteAsync(AuditEntry entry, bool isNew, CancellationToken cancellationToken)
    {
        var line = new Line(entry, isNew);
        await _waiting.Writer.WriteAsync(line, cancellationToken);
        // Once it is in line it will be written; the caller learns of it even when it has been canceled meanwhile.
        await line.Written.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
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
        try
        {
            await SaveAsync(batch);
            foreach (var line in batch)
                line.Written.SetResult();
        }
        catch (Exception failure) when (batch.Count == 1)
        {
            batch[0].Written.SetException(failure);
        }
        catch (Exception)
        {
            // One bad line must not take the others with it: each is tried for itself.
            foreach (var line in batch)
                await WriteAsync([line]);
        }
    }

    private async Task SaveAsync(List<Line> batch)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var statements = new AuditStatements(transaction.GetDbTransaction());
        foreach (var line in batch)
        {
            if (line.IsNew)
                await statements.InsertAsync(line.Entry);
            else
                await statements.EndAsync(line.Entry);
        }

        await transaction.CommitAsync();
    }

    private sealed record Line(AuditEntry Entry, bool IsNew)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
