using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>Lists in pages, as https://docs.stripe.com/api/pagination describes them.</summary>
internal static class Lists
{
    public static Dictionary<string, Field> Parameters(params string[] filters)
    {
        var parameters = new Dictionary<string, Field>(StringComparer.Ordinal)
        {
            ["created"] = new MomentsField(),
            ["ending_before"] = new TextField(),
            ["limit"] = new IntegerField(Min: 1, Max: 100),
            ["starting_after"] = new TextField(),
        };
        foreach (var filter in filters)
            parameters[filter] = new TextField();
        return parameters;
    }

    public static JsonObject Page(ApiCall call, ObjectKind kind, string what, string url, string? account, params string[] filters)
    {
        var limit = call.Parameters["limit"]?.GetValue<long>() ?? 10;
        var (after, before) = (call.Text("starting_after"), call.Text("ending_before"));
        if (after is not null && before is not null)
            throw StripeApiException.Invalid("You may only specify one of these parameters: ending_before, starting_after.");
        foreach (var (cursor, name) in new[] { (after, "starting_after"), (before, "ending_before") })
        {
            if (cursor is not null && call.Store.Find(kind, cursor, account) is null)
                throw StripeApiException.Missing(what, cursor, name, 400);
        }

        var (from, to) = Created(call.Parameters["created"]);
        var wanted = filters.Where(f => call.Parameters[f] is not null)
            .ToDictionary(f => f, f => call.Parameters[f]!.DeepClone(), StringComparer.Ordinal);
        var found = call.Store.List(kind, account, wanted, from, to, after, before, (int)limit + 1);
        var page = found.Take((int)limit);
        if (after is null && before is not null)
            page = page.Reverse();
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. page]),
            ["has_more"] = found.Count > limit,
            ["url"] = url,
        };
    }

    private static (long? From, long? To) Created(JsonNode? sent) => sent switch
    {
        JsonValue moment => (moment.GetValue<long>(), moment.GetValue<long>()),
        JsonObject range => (
            range["gte"]?.GetValue<long>() ?? range["gt"]?.GetValue<long>() + 1,
            range["lte"]?.GetValue<long>() ?? range["lt"]?.GetValue<long>() - 1),
        _ => (null, null),
    };
}
