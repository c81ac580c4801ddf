using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>Reads Stripe's bracketed form fields, <c>a[b][0][c]=1</c>, into a tree whose leaves are text.</summary>
internal static class FormTree
{
    private const int MaxDepth = 10;

    /// <param name="fields">As they were sent: <c>a[][x]=1&amp;a[][y]=2</c>. Their order tells which belong together.</param>
    public static JsonObject Read(string fields)
    {
        var root = new JsonObject();
        using var reader = new FormReader(fields)
        {
            ValueCountLimit = int.MaxValue,
            KeyLengthLimit = int.MaxValue,
            ValueLengthLimit = int.MaxValue,
        };
        while (reader.ReadNextPair() is { } pair)
            Put(root, Path(pair.Key), pair.Value);
        return WithArrays(root) as JsonObject ?? throw StripeApiException.Invalid("Parameters have names.");
    }

    private static List<string> Path(string name)
    {
        var path = new List<string>();
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        path.Add(bracket < 0 ? name : name[..bracket]);
        for (var at = bracket; at >= 0 && at < name.Length;)
        {
            var end = name.IndexOf(']', at);
            if (name[at] != '[' || end < 0 || path.Count == MaxDepth)
                throw StripeApiException.Invalid("Invalid parameter name: " + name);
            path.Add(name[(at + 1)..end]);
            at = end + 1;
        }

        return path;
    }

    private static void Put(JsonObject root, List<string> path, string value)
    {
        var node = root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            var name = path[i].Length == 0 ? Open(node, path[(i + 1)..]) : path[i];
            if (node[name] is not JsonObject inner)
                node[name] = inner = new JsonObject();
            node = inner;
        }

        node[path[^1].Length == 0 ? Next(node) : path[^1]] = value;
    }

    /// <summary>
    /// A field belongs to the last item, unless that has it already: then the next item begins. A field that is a list itself always does.
    /// </summary>
    private static string Open(JsonObject list, List<string> field)
    {
        if (list.Count == 0 || field[0].Length == 0 || list.Last() is not { Value: JsonObject last } item)
            return Next(list);
        if (field.Contains(""))
            return item.Key;
        JsonNode? at = last;
        foreach (var step in field)
            at = (at as JsonObject)?[step];
        return at is null ? item.Key : Next(list);
    }

    private static string Next(JsonObject node) => node.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonNode? WithArrays(JsonNode? node)
    {
        if (node is not JsonObject fields)
            return node?.DeepClone();
        if (fields.Count > 0 && fields.All(f => f.Key.Length > 0 && f.Key.All(char.IsAsciiDigit)))
            return new JsonArray([.. fields.Select(f => WithArrays(f.Value))]);

        var result = new JsonObject();
        foreach (var (name, value) in fields)
            result[name] = WithArrays(value);
        return result;
    }
}
