using FluentValidation;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Spend controls as a form or a program gives them. A part that is left out stays as it is; an empty list removes it.</summary>
public sealed record SpendControlsInput
{
    public const int MaxLimits = 50;

    public IReadOnlyList<string>? AllowedCategories { get; init; }

    public IReadOnlyList<string>? BlockedCategories { get; init; }

    public IReadOnlyList<string>? AllowedMerchantCountries { get; init; }

    public IReadOnlyList<string>? BlockedMerchantCountries { get; init; }

    public IReadOnlyList<string>? AllowedCardPresences { get; init; }

    public IReadOnlyList<string>? BlockedCardPresences { get; init; }

    public IReadOnlyList<SpendingLimitInput>? SpendingLimits { get; init; }

    /// <summary>Whether it names no part.</summary>
    public bool IsEmpty =>
        AllowedCategories is null && BlockedCategories is null && AllowedMerchantCountries is null && BlockedMerchantCountries is null
        && AllowedCardPresences is null && BlockedCardPresences is null && SpendingLimits is null;

    /// <summary>These controls as a change of what is there.</summary>
    /// <param name="currency">Of the limits.</param>
    public SpendingControlsChange ToChange(Currency currency) => new()
    {
        Categories = Restriction(AllowedCategories, BlockedCategories),
        Countries = Restriction(AllowedMerchantCountries, BlockedMerchantCountries),
        Presences = Restriction(AllowedCardPresences, BlockedCardPresences),
        Limits = SpendingLimits is null
            ? null
            : [
                .. SpendingLimits.Select(l => new SpendingLimit(
                    new Money(l.Amount, currency), LimitIntervals.Parse(l.Interval), l.Categories)),
            ],
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
        SpendingLimits =
        [
            .. controls.Limits.Select(l => new SpendingLimitInput(l.Amount.Minor, LimitIntervals.Name(l.Interval), l.Categories)),
        ],
    };

    private static Restriction? Restriction(IReadOnlyList<string>? allowed, IReadOnlyList<string>? blocked) => (allowed, blocked) switch
    {
        (null, null) => null,
        ({ Count: > 0 }, _) => Domain.SharedKernel.Restriction.Allow(allowed),
        _ => Domain.SharedKernel.Restriction.Block(blocked ?? []),
    };
}

internal sealed class SpendControlsInputValidator : AbstractValidator<SpendControlsInput>
{
    /// <summary>Of all limits together: more than that, and what they come to could not be stored.</summary>
    private const int MaxCategories = 4000;

    public SpendControlsInputValidator()
    {
        NotBoth(i => i.AllowedCategories, i => i.BlockedCategories, "AllowedCategories", InvalidReason.AllowedAndBlockedCategories);
        NotBoth(
            i => i.AllowedMerchantCountries, i => i.BlockedMerchantCountries, "AllowedMerchantCountries",
            InvalidReason.AllowedAndBlockedCountries);
        NotBoth(i => i.AllowedCardPresences, i => i.BlockedCardPresences, "AllowedCardPresences", InvalidReason.AllowedAndBlockedPresences);

        RuleForEach(i => i.AllowedCategories).Must(MerchantCategories.IsKnown)
            .WithReason(InvalidReason.CategoryUnknown, (_, code) => [code]);
        RuleForEach(i => i.BlockedCategories).Must(MerchantCategories.IsKnown)
            .WithReason(InvalidReason.CategoryUnknown, (_, code) => [code]);
        RuleForEach(i => i.AllowedMerchantCountries).Must(Countries.IsKnown).WithReason(InvalidReason.CountryUnknown, (_, code) => [code]);
        RuleForEach(i => i.BlockedMerchantCountries).Must(Countries.IsKnown).WithReason(InvalidReason.CountryUnknown, (_, code) => [code]);
        RuleForEach(i => i.AllowedCardPresences).Must(IsPresence).WithReason(InvalidReason.PresenceUnknown);
        RuleForEach(i => i.BlockedCardPresences).Must(IsPresence).WithReason(InvalidReason.PresenceUnknown);

        When(i => i.SpendingLimits is not null, () =>
        {
            RuleFor(i => i.SpendingLimits!).Must(limits => limits.Count <= SpendControlsInput.MaxLimits)
                .WithReason(InvalidReason.TooManyLimits, (_, limits) => [limits.Count, SpendControlsInput.MaxLimits])
                .OverridePropertyName("SpendingLimits");
            RuleFor(i => i.SpendingLimits!).Must(limits => limits.Sum(l => l.Categories.Count) <= MaxCategories)
                .WithReason(InvalidReason.TooManyCategories, (_, limits) => [limits.Sum(l => l.Categories.Count), MaxCategories])
                .OverridePropertyName("SpendingLimits");
            RuleForEach(i => i.SpendingLimits!).ChildRules(limit =>
            {
                limit.RuleFor(l => l.Amount).GreaterThanOrEqualTo(0).WithReason(InvalidReason.AmountNegative)
                    .LessThanOrEqualTo(Money.MaxMinor).WithReason(InvalidReason.AmountTooLarge);
                limit.RuleFor(l => l.Interval).Must(LimitIntervals.IsKnown).WithReason(InvalidReason.Interval);
                limit.RuleForEach(l => l.Categories).Must(MerchantCategories.IsKnown)
                    .WithReason(InvalidReason.CategoryUnknown, (_, code) => [code]);
            });
            RuleFor(i => i.SpendingLimits!).Custom((limits, context) =>
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (index, limit) in limits.Take(SpendControlsInput.MaxLimits).Index())
                {
                    var categories = limit.Categories.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
                    if (!seen.Add(limit.Interval + "|" + string.Join(',', categories)))
                        context.AddFailure(InvalidReason.LimitTwice.FailureFor($"SpendingLimits[{index}].Interval"));
                }
            });
        });
    }

    private void NotBoth(
        Func<SpendControlsInput, IReadOnlyList<string>?> allowed, Func<SpendControlsInput, IReadOnlyList<string>?> blocked, string property,
        InvalidReason reason) =>
        RuleFor(i => i).Must(i => allowed(i) is not { Count: > 0 } || blocked(i) is not { Count: > 0 })
            .WithReason(reason).OverridePropertyName(property);

    private static bool IsPresence(string code) => code is "present" or "not_present";
}
