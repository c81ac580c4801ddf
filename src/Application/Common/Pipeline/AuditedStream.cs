namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>Rows that are read one after the other. Their request ends in the audit log when the last one was read, not before.</summary>
public sealed class AuditedStream<T>(IAsyncEnumerable<T> rows) : IAsyncEnumerable<T>, IAuditedStream
{
    private Func<Exception?, Task>? _ended;

    public void OnEnd(Func<Exception?, Task> ended) => _ended = ended;

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        // Whoever stops reading has not got them all.
        Exception? failure = new OperationCanceledException();
        try
        {
            await using var reader = rows.GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(reader))
                yield return reader.Current;
            failure = null;
        }
        finally
        {
            if (_ended is not null)
                await _ended(failure);
        }

        async Task<bool> NextAsync(IAsyncEnumerator<T> reader)
        {
            try
            {
                return await reader.MoveNextAsync();
            }
            catch (Exception broken)
            {
                failure = broken;
                throw;
            }
        }
    }
}
