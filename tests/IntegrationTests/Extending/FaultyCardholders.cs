using System.Collections.Concurrent;

namespace CleanIssuing.IntegrationTests.Extending;

/// <summary>For whom <see cref="FailOnDemand"/> throws.</summary>
internal sealed class FaultyCardholders
{
    public ConcurrentDictionary<string, bool> Ids { get; } = new();
}
