namespace CleanIssuing.UnitTests.Architecture;

/// <summary>
/// Which module may use which. The same table stands in docs/architecture.md; a new module comes with its row in both.
/// </summary>
internal static class ModuleRules
{
    private const string Shared = "Common";

    /// <summary>From a module to those it may use, besides SharedKernel and Common.</summary>
    public static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Accounts"] = [],
        ["Audit"] = [],
        ["People"] = ["Accounts"],
        ["Cards"] = ["Accounts"],
        ["CardDetails"] = ["Cards", "Accounts"],
        ["Embedded"] = ["Cards", "Accounts"],
        ["Authorizations"] = ["Cards", "Accounts", "SpendControls"],
        ["SpendControls"] = ["Cards", "Accounts"],
        ["StripeSync"] = ["Cards", "Authorizations", "SpendControls", "Accounts"],
    };

    /// <summary>
    /// All that Authorizations may use of SpendControls beside its domain: the port through which SpendControls asks for purchases.
    /// </summary>
    private static readonly HashSet<string> PurchasePort = new(
        [.. new[] { "IPurchaseHistoryReader", "PastPurchase", "PurchaseScope", "PurchaseSummary", "LoadedPurchases" }
            .Select(name => "CleanIssuing.Application.SpendControls." + name)],
        StringComparer.Ordinal);

    public static IEnumerable<string> Violations(IEnumerable<Use> uses)
    {
        foreach (var use in uses)
        {
            if (IsAccess(use.To) && ModuleOf(use.From) is { } user and not ("Cards" or "People"))
                yield return $"Only Cards and People may use what Persistence/Access has looked up: {use.From} uses {use.To}";
            if (ModuleOf(use.From) is not { } from || ModuleOf(use.To) is not { } to || from == to || to == Shared)
                continue;
            if (from == Shared)
                yield return $"{use.From} is shared, and uses {use.To} of {to}";
            else if (!Allowed[from].Contains(to))
                yield return $"{from} may not use {to}: {use.From} uses {use.To}";
            else if (use.ToIsInternal)
                yield return $"{use.To} is internal to {to}: {use.From} uses it";
            else if (from == "Authorizations" && to == "SpendControls" && !IsEvaluator(use.To) && !PurchasePort.Contains(use.To))
                yield return $"Authorizations may use SpendControls' evaluator alone: {use.From} uses {use.To}";
        }
    }

    /// <summary>The modules that use each other around a circle; none where there is no circle.</summary>
    public static IReadOnlyList<string> Circle(IEnumerable<Use> uses)
    {
        var arrows = uses.Select(u => (From: ModuleOf(u.From), To: ModuleOf(u.To)))
            .Where(a => a.From is not null && a.To is not null && a.From != a.To)
            .Distinct().ToLookup(a => a.From!, a => a.To!, StringComparer.Ordinal);
        var left = arrows.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        // A module that uses none of those left is in no circle.
        while (left.RemoveWhere(module => !arrows[module].Any(left.Contains)) > 0)
        {
        }

        return [.. left.Order(StringComparer.Ordinal)];
    }

    /// <summary>The module that a type belongs to; none for what no rule speaks of, such as the database context and WebUi.</summary>
    public static string? ModuleOf(string type) => type.Split('.') switch
    {
        ["CleanIssuing", "Infrastructure", "Identity", ..] => "People",
        // Joins tables of several modules to answer the requirements of Common/Access.
        ["CleanIssuing", "Infrastructure", "Persistence", "Access", ..] => null,
        ["CleanIssuing", "Infrastructure", "Stripe" or "Persistence", var module, _, ..] when Allowed.ContainsKey(module) => module,
        ["CleanIssuing", "Domain" or "Application" or "Infrastructure", var module, _, ..] when Allowed.ContainsKey(module) => module,
        ["CleanIssuing", "Domain" or "Application", "SharedKernel" or "Common", _, ..] => Shared,
        // What every store and gateway uses lies beside the modules' folders. Three types speak of the whole.
        ["CleanIssuing", "Infrastructure", "Persistence", not ("IssuingDbContext" or "Database")] => Shared,
        ["CleanIssuing", "Infrastructure", "Stripe", not "StripeClients"] => Shared,
        _ => null,
    };

    private static bool IsAccess(string type) =>
        type.StartsWith("CleanIssuing.Infrastructure.Persistence.Access.", StringComparison.Ordinal);

    private static bool IsEvaluator(string type) => type.StartsWith("CleanIssuing.Domain.SpendControls.", StringComparison.Ordinal);
}
