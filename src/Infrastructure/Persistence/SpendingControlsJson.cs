using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>How spending controls are stored in a column: by Stripe's own names.</summary>
internal static class SpendingControlsJson
{
    /// <summary>Far more than the limits that can be set, with all their categories, take.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(SpendingControls controls) => JsonSerializer.Serialize(
        new Stored(
            controls.Categories.Allowed, controls.Categories.Blocked, controls.Countries.Allowed, controls.Countries.Blocked,
            controls.Presences.Allowed, controls.Presences.Blocked,
            [.. controls.Limits.Select(l => new StoredLimit(l.Amount.Minor, LimitIntervals.Name(l.Interval), l.Categories))],
            controls.LimitsCurrency?.Code),
        Options);

    public static SpendingControls Read(string text)
    {
        // Most cards have none.
        if (text.Length <= 2)
            return SpendingControls.None;
        var stored = JsonSerializer.Deserialize<Stored>(text, Options)!;
        return SpendingControls.Create(
            Restricted(stored.AllowedCategories, stored.BlockedCategories),
            Restricted(stored.AllowedMerchantCountries, stored.BlockedMerchantCountries),
            Restricted(stored.AllowedCardPresences, stored.BlockedCardPresences),
            stored.SpendingLimits.Select(l => new SpendingLimit(
                new Money(l.Amount, Currency.Parse(stored.SpendingLimitsCurrency)), LimitIntervals.Parse(l.Interval), l.Categories)));
    }

    private static Restriction Restricted(IReadOnlyList<string> allowed, IReadOnlyList<string> blocked) =>
        allowed.Count > 0 ? Restriction.Allow(allowed) : Restriction.Block(blocked);

    private sealed record StoredLimit(long Amount, string Interval, IReadOnlyList<string> Categories);

    private sealed record Stored(
        IReadOnlyList<string> AllowedCategories, IReadOnlyList<string> BlockedCategories, IReadOnlyList<string> AllowedMerchantCountries,
        IReadOnlyList<string> BlockedMerchantCountries, IReadOnlyList<string> AllowedCardPresences,
            IReadOnlyList<string> BlockedCardPresences, IReadOnlyList<StoredLimit> SpendingLimits,
            string? SpendingLimitsCurrency = null);
}
