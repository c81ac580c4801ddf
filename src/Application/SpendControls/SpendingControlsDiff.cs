using System.Globalization;

namespace CleanIssuing.Application.SpendControls;

/// <summary>What differs between two sets of spend controls, as codes with arguments.</summary>
public static class SpendingControlsDiff
{
    public static IReadOnlyList<Detail> Between(SpendingControls before, SpendingControls after)
    {
        var details = new List<Detail>();
        Compare(details, "categories", before.Categories, after.Categories);
        Compare(details, "countries", before.Countries, after.Countries);
        Compare(details, "presences", before.Presences, after.Presences);

        foreach (var limit in after.Limits)
        {
            var old = before.Limits.FirstOrDefault(l => l.CountsLike(limit));
            if (old is null)
                details.Add(Limit("controls.limit_added", limit));
            else if (old.Amount != limit.Amount)
                details.Add(Limit("controls.limit_changed", limit, Text(old.Amount)));
        }

        details.AddRange(before.Limits.Where(l => !after.Limits.Any(l.CountsLike))
            .Select(l => Limit("controls.limit_removed", l)));
        return details;
    }

    private static void Compare(List<Detail> details, string part, Restriction old, Restriction now)
    {
        if (old.Equals(now))
            return;

        Add("blocked", now.Blocked.Except(old.Blocked, StringComparer.Ordinal));
        Add("unblocked", old.Blocked.Except(now.Blocked, StringComparer.Ordinal));
        if (now.Mode == RestrictionMode.Allow && old.Mode != RestrictionMode.Allow)
        {
            Add("only", now.Codes);
            return;
        }

        if (old.Mode == RestrictionMode.Allow && now.Mode != RestrictionMode.Allow)
        {
            Add("no_longer_only", old.Codes);
            return;
        }

        Add("also_allowed", now.Allowed.Except(old.Allowed, StringComparer.Ordinal));
        Add("no_longer_allowed", old.Allowed.Except(now.Allowed, StringComparer.Ordinal));

        void Add(string what, IEnumerable<string> codes)
        {
            string[] some = [.. codes];
            if (some.Length > 0)
                details.Add(new Detail($"controls.{part}.{what}", some));
        }
    }

    private static Detail Limit(string code, SpendingLimit limit, params string[] more) => new(
        code,
        [
            LimitIntervals.Name(limit.Interval), string.Join(',', limit.Categories), Text(limit.Amount), limit.Amount.Currency.Code,
            .. more,
        ]);

    private static string Text(Money amount) => amount.Minor.ToString(CultureInfo.InvariantCulture);
}
