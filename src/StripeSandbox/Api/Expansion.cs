using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Resources;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>Shows objects whole where an answer has their ids (https://docs.stripe.com/api/expanding_objects).</summary>
internal static class Expansion
{
    private static readonly Dictionary<string, Dictionary<string, ObjectKind>> OfObject = new(StringComparer.Ordinal)
    {
        ["issuing.card"] = new(StringComparer.Ordinal)
        {
            ["replaced_by"] = ObjectKind.Card,
            ["replacement_for"] = ObjectKind.Card,
        },
        ["issuing.authorization"] = new(StringComparer.Ordinal)
        {
            ["card"] = ObjectKind.Card,
            ["cardholder"] = ObjectKind.Cardholder,
            ["token"] = ObjectKind.Token,
        },
        ["issuing.dispute"] = new(StringComparer.Ordinal) { ["transaction"] = ObjectKind.Transaction },
        ["issuing.token"] = new(StringComparer.Ordinal) { ["card"] = ObjectKind.Card },
        ["issuing.transaction"] = new(StringComparer.Ordinal)
        {
            ["authorization"] = ObjectKind.Authorization,
            ["card"] = ObjectKind.Card,
            ["cardholder"] = ObjectKind.Cardholder,
            ["dispute"] = ObjectKind.Dispute,
        },
    };

    /// <exception cref="StripeApiException">A path names nothing that can be expanded.</exception>
    public static JsonNode Apply(ApiCall call, JsonNode answer)
    {
        foreach (var path in call.Parameters["expand"] as JsonArray ?? [])
            Apply(call, answer, path!.GetValue<string>(), path.GetValue<string>().Split('.'));
        return answer;
    }

    private static void Apply(ApiCall call, JsonNode? at, string path, ReadOnlySpan<string> steps)
    {
        if (at is not JsonObject target)
            return;
        var step = steps[0];
        if (step == "data" && target["data"] is JsonArray items && steps.Length > 1)
        {
            foreach (var item in items)
                Apply(call, item, path, steps[1..]);
            return;
        }

        // Of a virtual card alone, and not in lists.
        if (target["object"]?.GetValue<string>() == "issuing.card" && step is "number" or "cvc" && path == step
            && target["type"]!.GetValue<string>() == "virtual")
        {
            target[step] = target[ObjectStore.Private]![step]!.DeepClone();
            return;
        }

        if (target["object"]?.GetValue<string>() == "issuing.transaction" && step == "purchase_details" && steps.Length == 1)
        {
            target[step] = target[ObjectStore.Private]?[step]?.DeepClone();
            return;
        }

        if (!OfObject.GetValueOrDefault(target["object"]?.GetValue<string>() ?? "", []).TryGetValue(step, out var kind))
            throw StripeApiException.Invalid($"This property cannot be expanded ({path}).", parameter: "expand");
        if (target[step] is JsonValue id && id.TryGetValue<string>(out var known))
            target[step] = Shown(call, kind, call.Store.Find(kind, known));
        if (steps.Length > 1)
            Apply(call, target[step], path, steps[1..]);
    }

    private static JsonObject? Shown(ApiCall call, ObjectKind kind, JsonObject? found) => (kind, found) switch
    {
        (ObjectKind.Card, not null) => Cards.Shown(call, found),
        (ObjectKind.Authorization, not null) => Authorizations.Shown(call, found),
        _ => found,
    };
}
