using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Inspection;

/// <summary>The latest requests of the API that were understood, for whoever wants to see what a client really sends.</summary>
internal sealed class RequestLog
{
    private const int KeptAtMost = 1000;

    private readonly ConcurrentQueue<JsonObject> _requests = new();

    public IReadOnlyList<JsonObject> All => [.. _requests];

    /// <param name="route">With placeholders in place of ids.</param>
    /// <param name="agent">What the client calls itself.</param>
    public void Add(string method, string route, string agent, JsonObject parameters)
    {
        _requests.Enqueue(new JsonObject
        {
            ["method"] = method,
            ["route"] = route,
            ["agent"] = agent,
            ["parameters"] = parameters.DeepClone(),
        });
        while (_requests.Count > KeptAtMost)
            _requests.TryDequeue(out _);
    }
}
