namespace CleanIssuing.StripeSandbox;

/// <summary>A kind of trouble.</summary>
public enum FaultKind
{
    /// <summary>Answers late, but well.</summary>
    Latency,

    /// <summary>Never answers.</summary>
    TimeOut,

    /// <summary>429: too many requests.</summary>
    RateLimit,

    /// <summary>500: Stripe itself fails, before it has done anything.</summary>
    ServerError,

    /// <summary>500, but only after it has done what was asked.</summary>
    ServerErrorAfter,

    /// <summary>Does what was asked, and never answers.</summary>
    TimeOutAfter,

    /// <summary>Issuing Elements are not enabled for connected accounts.</summary>
    ElementsNotEnabledForConnect,

    /// <summary>The account has no access to the preview of the issuing components; for account sessions, and for the components' own calls.</summary>
    ComponentsNotEnabled,
}

/// <summary>Trouble for the next calls to an address.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Path">The start of the path that it happens to.</param>
/// <param name="Times">To how many calls; Stripe.net tries again by itself.</param>
/// <param name="Delay">How late, for <see cref="FaultKind.Latency"/>.</param>
/// <param name="Method">The method that it happens to; none for all.</param>
public sealed record Fault(FaultKind Kind, string Path, int Times = int.MaxValue, TimeSpan Delay = default, string? Method = null);

/// <summary>Trouble on demand.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private readonly TimeProvider _time;

    internal Faults(TimeProvider time) => _time = time;

    /// <summary>Makes trouble from now on.</summary>
    public void Add(Fault fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }

    /// <summary>No more trouble.</summary>
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
            var index = _faults.FindIndex(f => path.StartsWith(f.Path, StringComparison.Ordinal) && (f.Method is null || f.Method == method));
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
