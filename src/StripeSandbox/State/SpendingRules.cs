using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>
/// Holds a purchase against spending controls, straight from the objects as Stripe shows them. Written apart from the portal's
/// own rules and in the plainest way, so that each can be checked against the other.
/// </summary>
internal static class SpendingRules
{
    /// <summary>A purchase as the rules see it.</summary>
    internal sealed record Purchase(long Amount, DateTimeOffset At, string Category, string Country, bool CardPresent);

    /// <summary>Whether Stripe's own limits are in this currency, which is that of a region; for others it converts them.</summary>
    public static bool IsOfRegion(string currency) => currency is "usd" or "eur" or "gbp";

    /// <returns>The control that refuses it, for whoever debugs: <c>blocked_categories</c>, <c>daily</c>; none when it may pass.</returns>
    public static string? Refusal(JsonObject controls, Purchase purchase, IEnumerable<Purchase> approvedBefore)
    {
        var presence = purchase.CardPresent ? "present" : "not_present";
        var refusal = ListRefusal(controls, "categories", purchase.Category)
            ?? ListRefusal(controls, "merchant_countries", purchase.Country)
            ?? ListRefusal(controls, "card_presences", presence);
        if (refusal is not null)
            return refusal;

        var limits = controls["spending_limits"]!.AsArray();
        Purchase[]? before = null;
        foreach (var limit in limits)
        {
            var categories = Texts(limit!["categories"]);
            if (categories.Count > 0 && !categories.Contains(purchase.Category))
                continue;
            var interval = limit["interval"]!.GetValue<string>();
            long spent = 0;
            if (interval != "per_authorization")
            {
                before ??= [.. approvedBefore];
                var start = StartOf(interval, purchase.At);
                spent = before.Where(p => p.At >= start && (categories.Count == 0 || categories.Contains(p.Category))).Sum(p => p.Amount);
            }

            if (spent + purchase.Amount > limit["amount"]!.GetValue<long>())
                return interval;
        }

        return null;
    }

    /// <summary>When the period began that the moment is in (UTC); weeks begin on Sunday.</summary>
    internal static DateTimeOffset StartOf(string interval, DateTimeOffset at)
    {
        var midnight = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        return interval switch
        {
            "daily" => midnight,
            "weekly" => midnight.AddDays(-(int)midnight.DayOfWeek),
            "monthly" => midnight.AddDays(1 - midnight.Day),
            "yearly" => midnight.AddDays(1 - midnight.DayOfYear),
            _ => DateTimeOffset.MinValue,
        };
    }

    private static string? ListRefusal(JsonObject controls, string what, string code)
    {
        var (allowed, blocked) = (Texts(controls["allowed_" + what]), Texts(controls["blocked_" + what]));
        if (allowed.Count > 0 && !allowed.Contains(code))
            return "allowed_" + what;
        return blocked.Contains(code) ? "blocked_" + what : null;
    }

    private static HashSet<string> Texts(JsonNode? list) =>
        [.. (list?.AsArray() ?? []).Select(item => item!.GetValue<string>())];
}
