namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

/// <summary>
/// Lets tasks run one at a time, from one gate to the next, in an order that is given: so any interleaving can be tried, and the same
/// one again.
/// </summary>
internal sealed class Gates
{
    private readonly Lock _lock = new();
    private readonly List<(string Actor, TaskCompletionSource Gate)> _waiting = [];
    private readonly AsyncLocal<string?> _actor = new();
    private TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>What was let through, for the message of a failure.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Waits until the schedule lets this actor go on.</summary>
    public Task PassAsync()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add((_actor.Value ?? "?", gate));
            Rest();
        }

        return gate.Task;
    }

    public Task StartAsync(string actor, Func<Task> work)
    {
        lock (_lock)
        {
            _running++;
            if (_quiet.Task.IsCompleted)
                _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return Task.Run(async () =>
        {
            _actor.Value = actor;
            try
            {
                await PassAsync();
                await work();
            }
            finally
            {
                lock (_lock)
                    Rest();
            }
        });
    }

    /// <summary>Runs all to their ends.</summary>
    /// <param name="choices">Who goes on at each step; when they are used up, whoever has waited longest.</param>
    public async Task RunAsync(IReadOnlyList<int> choices)
    {
        for (var step = 0; ; step++)
        {
            await QuietAsync();
            TaskCompletionSource next;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                    return;
                _waiting.Sort((a, b) => string.CompareOrdinal(a.Actor, b.Actor));
                var chosen = step < choices.Count ? choices[step] % _waiting.Count : 0;
                Log.Add(_waiting[chosen].Actor);
                next = _waiting[chosen].Gate;
                _waiting.RemoveAt(chosen);
                _running++;
                _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            next.SetResult();
        }
    }

    private async Task QuietAsync()
    {
        Task quiet;
        lock (_lock)
        {
            if (_running == 0)
                return;
            quiet = _quiet.Task;
        }

        await quiet.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private void Rest()
    {
        if (--_running == 0)
            _quiet.TrySetResult();
    }
}
