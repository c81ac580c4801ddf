using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>What is the same in the update of a card and of a cardholder.</summary>
internal static class Changes
{
    public static void Apply(JsonObject target, JsonObject parameters, SandboxOptions options, bool forCardholder)
    {
        foreach (var (name, value) in parameters)
        {
            switch (name)
            {
                case "expand":
                    break;
                case "metadata":
                    Merge(target, (JsonObject)value!);
                    break;
                case "spending_controls":
                    SpendingControlFields.Check(value, options);
                    SpendingControlFields.RefuseNamingBoth(value, options);
                    target[name] = IssuingObjectMapper.SpendingControls(value, forCardholder, target[name]);
                    SpendingControlFields.RefuseBoth(target[name]!);
                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }
    }

    /// <summary>A key that is named is set, or removed when its text is empty; the others stay.</summary>
    private static void Merge(JsonObject target, JsonObject sent)
    {
        var metadata = target["metadata"]!.AsObject();
        if (sent.Count == 0)
            metadata.Clear();
        foreach (var (key, value) in sent)
        {
            if (value!.GetValue<string>().Length == 0)
                metadata.Remove(key);
            else
                metadata[key] = value.DeepClone();
        }
    }
}
