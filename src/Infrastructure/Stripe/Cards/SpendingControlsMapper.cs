using System.Collections.Immutable;
using Stripe.Issuing;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>Translates Stripe's spending controls into ours and back.</summary>
internal static class SpendingControlsMapper
{
    /// <param name="currency">The card's, which its limits are in.</param>
    public static SpendingControls Controls(CardSpendingControls? theirs, Currency currency) => theirs is null
        ? SpendingControls.None
        : Controls(
            (theirs.AllowedCategories, theirs.BlockedCategories),
            (theirs.AllowedMerchantCountries, theirs.BlockedMerchantCountries),
            (theirs.AllowedCardPresences, theirs.BlockedCardPresences),
            (theirs.SpendingLimits ?? []).Select(l => Limit(new(l.Amount, currency), l.Interval, l.Categories)));

    public static SpendingControls Controls(CardholderSpendingControls? theirs) => theirs is null
        ? SpendingControls.None
        : Controls(
            (theirs.AllowedCategories, theirs.BlockedCategories),
            (theirs.AllowedMerchantCountries, theirs.BlockedMerchantCountries),
            (theirs.AllowedCardPresences, theirs.BlockedCardPresences),
            // Stripe leaves the currency out where there is no limit.
            (theirs.SpendingLimits ?? []).Select(
                l => Limit(new(l.Amount, Currency.Parse(theirs.SpendingLimitsCurrency)), l.Interval, l.Categories)));

    /// <summary>What a new card is to have. Nothing is there that an empty list could unset, so none is sent.</summary>
    public static CardSpendingControlsOptions? Options(SpendingControls controls) =>
        controls.Equals(SpendingControls.None) ? null : Options(SpendingControls.None, controls);

    /// <summary>The lists that change, and no other: to Stripe an empty list is one that is to be unset.</summary>
    public static CardSpendingControlsOptions Options(SpendingControls before, SpendingControls after) => new()
    {
        AllowedCategories = Changed(before.Categories.Allowed, after.Categories.Allowed),
        BlockedCategories = Changed(before.Categories.Blocked, after.Categories.Blocked),
        AllowedMerchantCountries = Changed(before.Countries.Allowed, after.Countries.Allowed),
        BlockedMerchantCountries = Changed(before.Countries.Blocked, after.Countries.Blocked),
        AllowedCardPresences = Changed(before.Presences.Allowed, after.Presences.Allowed),
        BlockedCardPresences = Changed(before.Presences.Blocked, after.Presences.Blocked),
        SpendingLimits = before.Limits.SequenceEqual(after.Limits)
            ? null
            : [.. after.Limits.Select(l => new CardSpendingControlsSpendingLimitOptions
            {
                Amount = l.Amount.Minor,
                Interval = LimitIntervals.Name(l.Interval),
                Categories = l.Categories.Length == 0 ? null : [.. l.Categories],
            })],
    };

    /// <inheritdoc cref="Options(SpendingControls, SpendingControls)"/>
    public static CardholderSpendingControlsOptions CardholderOptions(SpendingControls before, SpendingControls after)
    {
        var changed = Options(before, after);
        return new()
        {
            AllowedCategories = changed.AllowedCategories,
            BlockedCategories = changed.BlockedCategories,
            AllowedMerchantCountries = changed.AllowedMerchantCountries,
            BlockedMerchantCountries = changed.BlockedMerchantCountries,
            AllowedCardPresences = changed.AllowedCardPresences,
            BlockedCardPresences = changed.BlockedCardPresences,
            // Without a limit there is nothing that a currency could be of.
            SpendingLimitsCurrency = changed.SpendingLimits is null ? null : after.LimitsCurrency?.Code,
            SpendingLimits = changed.SpendingLimits?.ConvertAll(l => new CardholderSpendingControlsSpendingLimitOptions
            {
                Amount = l.Amount,
                Interval = l.Interval,
                Categories = l.Categories,
            }),
        };
    }

    /// <summary>
    /// The controls on the way from one to the other where an allowed list takes the place of a blocked one, or the other way round: with
    /// neither. Null where no list does.
    /// </summary>
    public static SpendingControls? BetweenLists(SpendingControls before, SpendingControls after)
    {
        var between = before.With(new SpendingControlsChange
        {
            Categories = Between(before.Categories, after.Categories),
            Countries = Between(before.Countries, after.Countries),
            Presences = Between(before.Presences, after.Presences),
        });
        return between.Equals(before) ? null : between;
    }

    /// <summary>Whether a refusal can be about one of the lists that take another's place: it names one, or nothing.</summary>
    public static bool IsOfSwitch(string? parameter, SpendingControls before, SpendingControls after)
    {
        if (BetweenLists(before, after) is null)
            return false;
        return parameter is null or "spending_controls"
            || Named("categories", Between(before.Categories, after.Categories))
            || Named("merchant_countries", Between(before.Countries, after.Countries))
            || Named("card_presences", Between(before.Presences, after.Presences));

        bool Named(string list, Restriction? between) =>
            between is not null && (parameter == $"spending_controls[allowed_{list}]" || parameter == $"spending_controls[blocked_{list}]");
    }

    private static Restriction? Between(Restriction before, Restriction after) =>
        before.Mode != after.Mode && before.Mode != RestrictionMode.None && after.Mode != RestrictionMode.None
            ? Domain.SharedKernel.Restriction.None
            : null;

    private static List<string>? Changed(ImmutableArray<string> before, ImmutableArray<string> after) =>
        before.SequenceEqual(after) ? null : [.. after];

    private static SpendingControls Controls(
        (List<string>? Allowed, List<string>? Blocked) categories, (List<string>? Allowed, List<string>? Blocked) countries,
        (List<string>? Allowed, List<string>? Blocked) presences, IEnumerable<SpendingLimit> limits) =>
        SpendingControls.Create(
            Restriction(categories), Restriction(countries), Restriction(presences),
            // Of two limits that count the same, only the lower one can ever decline.
            limits.OrderBy(l => l.Amount).Aggregate(
                new List<SpendingLimit>(), (kept, limit) =>
                {
                    if (!kept.Exists(limit.CountsLike))
                        kept.Add(limit);
                    return kept;
                }));

    private static Restriction Restriction((List<string>? Allowed, List<string>? Blocked) lists) => lists.Allowed is { Count: > 0 } allowed
        ? Domain.SharedKernel.Restriction.Allow(allowed)
        : Domain.SharedKernel.Restriction.Block(lists.Blocked ?? []);

    private static SpendingLimit Limit(Money amount, string interval, List<string>? categories) =>
        new(amount, LimitIntervals.Parse(interval), categories);
}
