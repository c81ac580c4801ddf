namespace CleanIssuing.StripeSandbox.FaultInjection;

/// <summary>The faults that are injected into the API's answers.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly TimeProvider _time;

    internal Faults(TimeProvider time) => _time = time;

    public void Add(Fault fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_lock)
            _faults.Clear();
    }

    internal IReadOnlyList<Fault> All
    {
        get
        {
            lock (_lock)
                return [.. _faults];
        }
    }

    internal Fault? Take(string method, string path)
    {
        lock (_lock)
        {
            var index =
                _faults.FindIndex(f => path.StartsWith(f.Path, StringComparison.Ordinal) && (f.Method is null || f.Method == method));
            if (index < 0)
                return null;
            var fault = _faults[index];
            if (fault.Times <= 1)
                _faults.RemoveAt(index);
            else
                _faults[index] = fault with { Times = fault.Times - 1 };
            return fault;
        }
    }

    internal Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, _time, cancellationToken);
}
