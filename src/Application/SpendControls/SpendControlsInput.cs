using CleanIssuing.Domain.Common;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;

namespace CleanIssuing.Application.SpendControls;

/// <summary>A limit as it was sent.</summary>
/// <param name="Amount">In the minor unit of the card's currency.</param>
/// <param name="Interval">As Stripe writes it: <c>per_authorization</c>, <c>daily</c>, …</param>
/// <param name="Categories">The categories it counts; empty counts all.</param>
public sealed record SpendingLimitInput(long Amount, string Interval, IReadOnlyList<string> Categories);

/// <summary>Spending controls as they were sent. What is left out is not touched; an empty list clears.</summary>
public sealed record SpendControlsInput
{
    /// <summary>The only categories that may be bought from.</summary>
    public IReadOnlyList<string>? AllowedCategories { get; init; }

    /// <summary>Categories that may not be bought from.</summary>
    public IReadOnlyList<string>? BlockedCategories { get; init; }

    /// <summary>The only countries that merchants may be in.</summary>
    public IReadOnlyList<string>? AllowedMerchantCountries { get; init; }

    /// <summary>Countries that merchants may not be in.</summary>
    public IReadOnlyList<string>? BlockedMerchantCountries { get; init; }

    /// <summary>The only card presences that may be.</summary>
    public IReadOnlyList<string>? AllowedCardPresences { get; init; }

    /// <summary>Card presences that may not be.</summary>
    public IReadOnlyList<string>? BlockedCardPresences { get; init; }

    /// <summary>The limits.</summary>
    public IReadOnlyList<SpendingLimitInput>? SpendingLimits { get; init; }

    /// <summary>Whether it names no part.</summary>
    public bool IsEmpty =>
        AllowedCategories is null && BlockedCategories is null && AllowedMerchantCountries is null && BlockedMerchantCountries is null
        && AllowedCardPresences is null && BlockedCardPresences is null && SpendingLimits is null;

    /// <summary>These controls as a change of what is there.</summary>
    public SpendingControlsChange ToChange() => new()
    {
        Categories = Restriction(AllowedCategories, BlockedCategories),
        Countries = Restriction(AllowedMerchantCountries, BlockedMerchantCountries),
        Presences = Restriction(AllowedCardPresences, BlockedCardPresences),
        Limits = SpendingLimits is null
            ? null
            : [.. SpendingLimits.Select(l => new SpendingLimit(l.Amount, LimitIntervals.Parse(l.Interval), l.Categories))],
    };

    /// <summary>Input that leads to exactly these controls.</summary>
    public static SpendControlsInput From(SpendingControls controls) => new()
    {
        AllowedCategories = controls.Categories.Allowed,
        BlockedCategories = controls.Categories.Blocked,
        AllowedMerchantCountries = controls.Countries.Allowed,
        BlockedMerchantCountries = controls.Countries.Blocked,
        AllowedCardPresences = controls.Presences.Allowed,
        BlockedCardPresences = controls.Presences.Blocked,
        SpendingLimits = [.. controls.Limits.Select(l => new SpendingLimitInput(l.Amount, LimitIntervals.Name(l.Interval), l.Categories))],
    };

    private static Restriction? Restriction(IReadOnlyList<string>? allowed, IReadOnlyList<string>? blocked) => (allowed, blocked) switch
    {
        (null, null) => null,
        ({ Count: > 0 }, _) => Domain.SpendControls.Restriction.Allow(allowed),
        _ => Domain.SpendControls.Restriction.Block(blocked ?? []),
    };
}

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

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Whether Stripe knows it.</summary>
    public static bool IsKnown(string? name) => name is not null && ByName.ContainsKey(name);

    /// <summary>Reads one.</summary>
    /// <exception cref="KeyNotFoundException">Stripe does not know it.</exception>
    public static LimitInterval Parse(string name) => ByName[name];

    /// <summary>Writes one.</summary>
    public static string Name(LimitInterval interval) => ByName.First(pair => pair.Value == interval).Key;
}

internal sealed class SpendControlsInputValidator : AbstractValidator<SpendControlsInput>
{
    /// <summary>More than anybody can keep in view; Stripe names no number.</summary>
    private const int MostLimits = 50;

    public SpendControlsInputValidator()
    {
        NotBoth(i => i.AllowedCategories, i => i.BlockedCategories, "AllowedCategories", "categories");
        NotBoth(i => i.AllowedMerchantCountries, i => i.BlockedMerchantCountries, "AllowedMerchantCountries", "countries");
        NotBoth(i => i.AllowedCardPresences, i => i.BlockedCardPresences, "AllowedCardPresences", "kinds of purchase");

        RuleForEach(i => i.AllowedCategories).Must(MerchantCategories.IsKnown).WithMessage((_, code) => UnknownCategory(code));
        RuleForEach(i => i.BlockedCategories).Must(MerchantCategories.IsKnown).WithMessage((_, code) => UnknownCategory(code));
        RuleForEach(i => i.AllowedMerchantCountries).Must(MerchantCountries.IsKnown).WithMessage((_, code) => UnknownCountry(code));
        RuleForEach(i => i.BlockedMerchantCountries).Must(MerchantCountries.IsKnown).WithMessage((_, code) => UnknownCountry(code));
        RuleForEach(i => i.AllowedCardPresences).Must(IsPresence).WithMessage("A card is present or not_present.");
        RuleForEach(i => i.BlockedCardPresences).Must(IsPresence).WithMessage("A card is present or not_present.");

        When(i => i.SpendingLimits is not null, () =>
        {
            RuleFor(i => i.SpendingLimits!).Must(limits => limits.Count <= MostLimits).OverridePropertyName("SpendingLimits")
                .WithMessage(i => $"There are {i.SpendingLimits!.Count} limits; at most {MostLimits} can be set.");
            RuleForEach(i => i.SpendingLimits!).ChildRules(limit =>
            {
                limit.RuleFor(l => l.Amount).GreaterThanOrEqualTo(0).WithMessage("An amount cannot be negative.")
                    .LessThanOrEqualTo(Money.Largest).WithMessage("The amount is larger than Stripe takes.");
                limit.RuleFor(l => l.Interval).Must(LimitIntervals.IsKnown).WithMessage("Choose the interval from the list.");
                limit.RuleForEach(l => l.Categories).Must(MerchantCategories.IsKnown).WithMessage((_, code) => UnknownCategory(code));
            });
            RuleFor(i => i.SpendingLimits!).Custom((limits, context) =>
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (index, limit) in limits.Take(MostLimits).Index())
                {
                    if (!seen.Add(limit.Interval + "|" + string.Join(',', limit.Categories.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))))
                        context.AddFailure($"SpendingLimits[{index}].Interval", "Another limit counts the same purchases over the same interval. Keep one of them.");
                }
            });
        });
    }

    private void NotBoth(
        Func<SpendControlsInput, IReadOnlyList<string>?> allowed, Func<SpendControlsInput, IReadOnlyList<string>?> blocked, string property, string what) =>
        RuleFor(i => i).Must(i => allowed(i) is not { Count: > 0 } || blocked(i) is not { Count: > 0 }).OverridePropertyName(property)
            .WithMessage($"Either allow some {what} or block some: Stripe does not take both together.");

    private static bool IsPresence(string code) => code is "present" or "not_present";

    private static string UnknownCategory(string code) => $"Stripe knows no category '{code}'.";

    private static string UnknownCountry(string code) => $"There is no country '{code}'.";
}
