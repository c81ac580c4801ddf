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
            foreach (var (occurrence, value) in values.Index())
                Put(root, Path(name), value ?? "", occurrence);
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

    private static void Put(JsonObject root, List<string> path, string value, int occurrence)
    {
        var node = root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            var name = path[i].Length == 0 ? Open(node, path[i + 1], occurrence) : path[i];
            if (node[name] is not JsonObject inner)
                node[name] = inner = new JsonObject();
            node = inner;
        }

        node[path[^1].Length == 0 ? Next(node) : path[^1]] = value;
    }

    /// <summary>
    /// <c>a[][x]=1&amp;a[][y]=2</c> is one item with two fields: the first x and the first y belong to the first item.
    /// </summary>
    private static string Open(JsonObject list, string field, int occurrence) =>
        field.Length > 0 ? occurrence.ToString(System.Globalization.CultureInfo.InvariantCulture) : Next(list);

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
