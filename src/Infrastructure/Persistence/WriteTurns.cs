using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// SQLite has one writer at a time, and one that finds it busy sleeps and tries again. Those of this process take turns instead, so that
/// each waits no longer than the one before it takes. PostgreSQL needs no turns.
/// </summary>
internal sealed class WriteTurns(IOptions<DatabaseOptions> options) : IDisposable
{
    private readonly SemaphoreSlim? _one = options.Value.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <returns>To be disposed of when the transaction has ended.</returns>
    public async Task<IDisposable?> TakeAsync(CancellationToken cancellationToken)
    {
        if (_one is null)
            return null;
        await _one.WaitAsync(cancellationToken);
        return new Turn(_one);
    }

    public void Dispose() => _one?.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
