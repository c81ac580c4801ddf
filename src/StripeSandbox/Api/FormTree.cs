using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>Reads Stripe's bracketed form fields, <c>a[b][0][c]=1</c>, into a tree whose leaves are text.</summary>
internal static class FormTree
{
    private const int MaxDepth = 10;

    public static JsonObject Read(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var root = new JsonObject();
        foreach (var (name, values) in fields)
        {
            foreach (var value in values)
                Put(root, Path(name), value ?? "");
        }

        return (JsonObject)WithArrays(root)!;
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
        foreach (var step in path.SkipLast(1))
        {
            var name = step.Length == 0 ? Next(node) : step;
            if (node[name] is not JsonObject inner)
                node[name] = inner = new JsonObject();
            node = inner;
        }

        node[path[^1].Length == 0 ? Next(node) : path[^1]] = value;
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
