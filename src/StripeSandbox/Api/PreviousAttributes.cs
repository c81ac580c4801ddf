using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>What an event tells of the state before a change: the attributes that are different now, each as it was.</summary>
internal static class PreviousAttributes
{
    public static JsonObject Of(JsonObject before, JsonObject after)
    {
        var previous = new JsonObject();
        foreach (var (name, now) in after)
        {
            // An id that is shown whole now is the same object.
            var was = before[name];
            if (name != ObjectStore.Private && !JsonNode.DeepEquals(was, now) && !(was is JsonValue && now is JsonObject))
                previous[name] = was?.DeepClone();
        }

        return previous;
    }
}
