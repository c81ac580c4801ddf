using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>What is the same in the update of a card and of a cardholder.</summary>
internal static class Changes
{
    public static void Apply(JsonObject target, JsonObject parameters, SandboxOptions options)
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
                case "billing":
                    target[name] = IssuingObjectMapper.Billing(value);
                    break;
                case "company":
                    target[name] = IssuingObjectMapper.Company(value);
                    break;
                case "individual":
                    target[name] = IssuingObjectMapper.Individual(value, target[name]);
                    break;
                case "lifecycle_controls":
                    target[name] = value is JsonValue ? null : value?.DeepClone();
                    break;
                case "pin":
                    // It is encrypted with a key of Stripe's, and never comes back.
                    break;
                case "shipping":
                    target[name] = IssuingObjectMapper.Shipping(value, target[name]);
                    break;
                case "spending_controls":
                    SpendingControlFields.Check(value, options);
                    SpendingControlFields.RefuseNamingBoth(value, options);
                    target[name] = IssuingObjectMapper.SpendingControls(value, target[name]);
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
