using System.Globalization;
using CleanIssuing.Domain.Common;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>Says controls, and what they did, in words.</summary>
public static class ControlWords
{
    private const int NamedAtMost = 3;

    /// <summary>The interval as an adjective: <c>daily</c>.</summary>
    public static string Adjective(LimitInterval interval) => interval switch
    {
        LimitInterval.PerAuthorization => "per-purchase",
        LimitInterval.Daily => "daily",
        LimitInterval.Weekly => "weekly",
        LimitInterval.Monthly => "monthly",
        LimitInterval.Yearly => "yearly",
        _ => "all-time",
    };

    /// <summary>The present period: <c>this month</c>.</summary>
    public static string Present(LimitInterval interval) => interval switch
    {
        LimitInterval.PerAuthorization => "per purchase",
        LimitInterval.Daily => "today",
        LimitInterval.Weekly => "this week",
        LimitInterval.Monthly => "this month",
        LimitInterval.Yearly => "this year",
        _ => "in all",
    };

    /// <summary>The limit without its amount: <c>monthly limit for Airlines</c>.</summary>
    public static string Name(SpendingLimit limit) =>
        $"{Adjective(limit.Interval)} limit" + (limit.Categories.Length == 0 ? "" : " for " + Categories(limit.Categories));

    /// <summary>The limit with its amount: <c>monthly limit of 500.00 USD for Airlines</c>.</summary>
    public static string Text(SpendingLimit limit, string currency) =>
        $"{Adjective(limit.Interval)} limit of {Money.Text(limit.Amount, currency)}"
        + (limit.Categories.Length == 0 ? "" : " for " + Categories(limit.Categories));

    /// <summary>Names of categories, the first few of them.</summary>
    public static string Categories(IReadOnlyList<string> codes) => Some([.. codes.Select(MerchantCategories.Name)]);

    /// <summary>Names of countries, the first few of them.</summary>
    public static string Countries(IReadOnlyList<string> codes) => Some([.. codes.Select(MerchantCountries.Name)]);

    /// <summary>Names of card presences.</summary>
    public static string Presences(IReadOnlyList<string> codes) => Some([.. codes.Select(Presence)]);

    /// <summary>Everything that the controls say, a line each.</summary>
    public static IReadOnlyList<string> Describe(SpendingControls controls, string currency)
    {
        var lines = new List<string>();
        Say(controls.Categories, "categories", Categories);
        Say(controls.Countries, "merchant countries", Countries);
        Say(controls.Presences, "purchases", Presences);
        lines.AddRange(controls.Limits.Select(l => Capital(Text(l, currency))));
        return lines;

        void Say(Restriction restriction, string what, Func<IReadOnlyList<string>, string> names)
        {
            if (restriction.Mode != RestrictionMode.None)
                lines.Add($"{(restriction.Mode == RestrictionMode.Allow ? "Only these" : "Blocked")} {what}: {names(restriction.Codes)}");
        }
    }

    /// <summary>What changed from the one to the other, a line each: <c>monthly limit 500.00 → 300.00 USD</c>.</summary>
    public static IReadOnlyList<string> Differences(SpendingControls before, SpendingControls after, string currency)
    {
        var lines = new List<string>();
        Compare(before.Categories, after.Categories, Categories, "categories");
        Compare(before.Countries, after.Countries, Countries, "merchant countries");
        Compare(before.Presences, after.Presences, Presences, "purchases");

        foreach (var limit in after.Limits)
        {
            var old = before.Limits.FirstOrDefault(l => l.CountsLike(limit));
            if (old is null)
                lines.Add($"{Text(limit, currency)} added");
            else if (old.Amount != limit.Amount)
                lines.Add($"{Name(limit)} {Money.Number(old.Amount, currency)} → {Money.Text(limit.Amount, currency)}");
        }

        lines.AddRange(before.Limits.Where(l => !after.Limits.Any(l.CountsLike)).Select(l => $"{Text(l, currency)} removed"));
        return lines;

        void Compare(Restriction old, Restriction now, Func<IReadOnlyList<string>, string> names, string what)
        {
            if (old.Equals(now))
                return;
            var (oldBlocked, newBlocked) = (old.Blocked, now.Blocked);
            Add(newBlocked.Except(oldBlocked, StringComparer.Ordinal), "blocked");
            Add(oldBlocked.Except(newBlocked, StringComparer.Ordinal), "no longer blocked");
            if (now.Mode == RestrictionMode.Allow && old.Mode != RestrictionMode.Allow)
            {
                lines.Add($"only these {what} allowed: {names(now.Codes)}");
                return;
            }

            if (old.Mode == RestrictionMode.Allow && now.Mode != RestrictionMode.Allow)
            {
                lines.Add($"{what} no longer limited to {names(old.Codes)}");
                return;
            }

            Add(now.Allowed.Except(old.Allowed, StringComparer.Ordinal), "also allowed");
            Add(old.Allowed.Except(now.Allowed, StringComparer.Ordinal), "no longer allowed");

            void Add(IEnumerable<string> codes, string verb)
            {
                string[] some = [.. codes];
                if (some.Length > 0)
                    lines.Add($"{names(some)} {verb}");
            }
        }
    }

    /// <summary>Why a purchase was declined: <c>the daily limit of 50.00 USD: 12.40 USD was left today, and 60.00 USD was asked for</c>.</summary>
    public static string Why(ControlDecline decline, long amount, string currency)
    {
        var whose = decline.Level == ControlLevel.Card ? "" : "the cardholder's ";
        return decline switch
        {
            { Limit: { Interval: LimitInterval.PerAuthorization } limit } =>
                $"{The(whose)}{Text(limit, currency)}: the purchase of {Money.Text(amount, currency)} is above it",
            { Limit: { } limit } =>
                $"{The(whose)}{Text(limit, currency)}: {Money.Text(decline.Left, currency)} was left {Then(limit.Interval)}, and {Money.Text(amount, currency)} was asked for",
            { Kind: ControlKind.Category } => decline.Listed ? $"{whose}blocked category {MerchantCategories.Name(decline.Code)}" : $"{whose}allowed categories, which {MerchantCategories.Name(decline.Code)} is not among",
            { Kind: ControlKind.Country } => decline.Listed ? $"{whose}blocked country {MerchantCountries.Name(decline.Code)}" : $"{whose}allowed countries, which {MerchantCountries.Name(decline.Code)} is not among",
            _ => $"{whose}rule for purchases {Presence(decline.Code)}",
        };

        static string The(string whose) => whose.Length == 0 ? "the " : whose;
    }

    private static string Then(LimitInterval interval) => interval switch
    {
        LimitInterval.Daily => "that day",
        LimitInterval.Weekly => "that week",
        LimitInterval.Monthly => "that month",
        LimitInterval.Yearly => "that year",
        _ => "in all",
    };

    private static string Presence(string code) => code == "present" ? "in person" : "online or by phone";

    private static string Some(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "none",
        1 => names[0],
        <= NamedAtMost => string.Join(", ", names.SkipLast(1)) + " and " + names[^1],
        _ => string.Join(", ", names.Take(NamedAtMost)) + " and " + (names.Count - NamedAtMost).ToString(CultureInfo.InvariantCulture) + " more",
    };

    /// <summary>The text with a capital letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
