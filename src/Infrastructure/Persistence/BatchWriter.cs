using System.Threading.Channels;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// Writes what comes from many callers in groups: those that wait while one transaction is written share the next. A caller goes on
/// only after its transaction has been committed.
/// </summary>
/// <param name="largest">How many share a transaction at most.</param>
/// <param name="save">Saves a group in one transaction, and gives the results in its order.</param>
internal sealed class BatchWriter<TItem, TResult> : IAsyncDisposable
{
    private readonly Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> _save;
    private const int TriesAtMost = 3;

    private readonly int _largest;
    private readonly Channel<Line> _waiting = Channel.CreateBounded<Line>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly Task _writing;

    public BatchWriter(int largest, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> save)
    {
        (_largest, _save) = (largest, save);
        _writing = Task.Run(WriteAllAsync);
    }

    public async Task<TResult> WriteAsync(TItem item, CancellationToken cancellationToken)
    {
        var line = new Line(item);
        await _waiting.Writer.WriteAsync(line, cancellationToken);
        // Who gives up while the line waits is not written for; once it is in a transaction, its end is awaited.
        await using var givingUp = cancellationToken.Register(() => line.TryGiveUp(cancellationToken));
        return await line.Written.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var batch = new List<Line>();
            while (batch.Count < _largest && _waiting.Reader.TryRead(out var line))
            {
                if (line.TryTake())
                    batch.Add(line);
            }

            if (batch.Count > 0)
                await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<Line> batch)
    {
        try
        {
            var results = await SaveAsync(batch);
            foreach (var (line, result) in batch.Zip(results))
                line.Written.TrySetResult(result);
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

    private async Task<IReadOnlyList<TResult>> SaveAsync(List<Line> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _save([.. batch.Select(line => line.Item)]);
            }
            catch (Exception race) when (attempt < TriesAtMost && DatabaseErrors.IsRace(race))
            {
                // Another process wrote at the same moment.
            }
        }
    }

    private sealed class Line(TItem item)
    {
        private const int Taken = 1;
        private const int GivenUp = 2;

        private int _state;

        public TItem Item { get; } = item;

        public TaskCompletionSource<TResult> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, 0) == 0;

        public void TryGiveUp(CancellationToken cancellationToken)
        {
            if (Interlocked.CompareExchange(ref _state, GivenUp, 0) == 0)
                Written.TrySetCanceled(cancellationToken);
        }
    }
}
