namespace CleanIssuing.Domain.SharedKernel;

/// <summary>Reads and writes intervals as Stripe does.</summary>
public static class LimitIntervals
{
    private static readonly Dictionary<string, LimitInterval> ByName = new(StringComparer.Ordinal)
    {
        ["per_authorization"] = LimitInterval.PerAuthorization,
        ["daily"] = LimitInterval.Daily,
        ["weekly"] = LimitInterval.Weekly,
        ["monthly"] = LimitInterval.Monthly,
        ["yearly"] = LimitInterval.Yearly,
        ["all_time"] = LimitInterval.AllTime,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static bool IsKnown(string? name) => name is not null && ByName.ContainsKey(name);

    public static LimitInterval Parse(string name) => ByName[name];

    public static string Name(LimitInterval interval) => ByName.First(pair => pair.Value == interval).Key;
}
