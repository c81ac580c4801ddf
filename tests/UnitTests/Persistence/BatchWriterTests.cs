using System.Data;
using CleanIssuing.Infrastructure.Persistence;

namespace CleanIssuing.UnitTests.Persistence;

public class BatchWriterTests
{
    [Fact]
    public async Task Waiting_entries_share_one_transaction()
    {
        var (gate, groups) = (new TaskCompletionSource(), new List<int>());
        await using var writer = new BatchWriter<int, int>(10, async items =>
        {
            groups.Add(items.Count);
            await gate.Task;
            return [.. items.Select(i => i * 2)];
        });

        var first = writer.WriteAsync(1, CancellationToken.None);
        await UntilAsync(() => groups.Count == 1);
        var others = Enumerable.Range(2, 5).Select(i => writer.WriteAsync(i, CancellationToken.None)).ToList();
        gate.SetResult();

        (await first).ShouldBe(2);
        (await Task.WhenAll(others)).ShouldBe([4, 6, 8, 10, 12]);
        groups.ShouldBe([1, 5]);
    }

    [Fact]
    public async Task Nothing_is_written_for_a_caller_that_gave_up()
    {
        var (gate, written) = (new TaskCompletionSource(), new List<int>());
        await using var writer = new BatchWriter<int, int>(10, async items =>
        {
            lock (written)
                written.AddRange(items);
            await gate.Task;
            return items;
        });
        using var impatient = new CancellationTokenSource();
        var first = writer.WriteAsync(1, CancellationToken.None);
        await UntilAsync(() => written.Count == 1);
        var given = writer.WriteAsync(2, impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => given);
        gate.SetResult();
        await first;
        await writer.WriteAsync(3, CancellationToken.None);

        written.ShouldBe([1, 3]);
    }

    [Fact]
    public async Task A_bad_line_does_not_take_the_others_with_it()
    {
        await using var writer = new BatchWriter<int, int>(10, items =>
            items.Contains(13) ? throw new DBConcurrencyException() : Task.FromResult(items));

        var bad = writer.WriteAsync(13, CancellationToken.None);
        var good = Enumerable.Range(1, 5).Select(i => writer.WriteAsync(i, CancellationToken.None)).ToList();

        await Should.ThrowAsync<DBConcurrencyException>(() => bad);
        (await Task.WhenAll(good)).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_database_that_is_away_is_asked_once_for_all_of_them()
    {
        var (gate, asked) = (new TaskCompletionSource(), 0);
        await using var writer = new BatchWriter<int, int>(10, async items =>
        {
            asked++;
            await gate.Task;
            throw new IOException("The disk is full.");
        });
        var first = writer.WriteAsync(1, CancellationToken.None);
        await UntilAsync(() => asked == 1);
        var others = Enumerable.Range(2, 5).Select(i => writer.WriteAsync(i, CancellationToken.None)).ToList();
        gate.SetResult();

        await Should.ThrowAsync<IOException>(() => first);
        foreach (var other in others)
            await Should.ThrowAsync<IOException>(() => other);
        asked.ShouldBe(2);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(10); !isSo() && DateTime.UtcNow < deadline;)
            await Task.Delay(5);
        isSo().ShouldBeTrue();
    }
}
