using Stripe.Issuing;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>Translates Stripe's spending controls into ours and back.</summary>
internal static class SpendingControlsMapper
{
    public static SpendingControls Controls(CardSpendingControls? theirs) => theirs is null
        ? SpendingControls.None
        : Controls(
            (theirs.AllowedCategories, theirs.BlockedCategories),
            (theirs.AllowedMerchantCountries, theirs.BlockedMerchantCountries),
            (theirs.AllowedCardPresences, theirs.BlockedCardPresences),
            (theirs.SpendingLimits ?? []).Select(l => Limit(l.Amount, l.Interval, l.Categories)));

    public static SpendingControls Controls(CardholderSpendingControls? theirs) => theirs is null
        ? SpendingControls.None
        : Controls(
            (theirs.AllowedCategories, theirs.BlockedCategories),
            (theirs.AllowedMerchantCountries, theirs.BlockedMerchantCountries),
            (theirs.AllowedCardPresences, theirs.BlockedCardPresences),
            (theirs.SpendingLimits ?? []).Select(l => Limit(l.Amount, l.Interval, l.Categories)),
            // Stripe writes it in small letters, and leaves it out where there is no limit.
            Currency.TryParse(theirs.SpendingLimitsCurrency, null, out var currency) ? currency : null);

    /// <summary>A part that is not named is not sent, and stays; an allowed list clears the blocked one, and the other way round.</summary>
    public static CardSpendingControlsOptions Options(SpendingControlsChange change) => new()
    {
        AllowedCategories = change.Categories is { } categories ? [.. categories.Allowed] : null,
        BlockedCategories = change.Categories is { } c ? [.. c.Blocked] : null,
        AllowedMerchantCountries = change.Countries is { } countries ? [.. countries.Allowed] : null,
        BlockedMerchantCountries = change.Countries is { } m ? [.. m.Blocked] : null,
        AllowedCardPresences = change.Presences is { } presences ? [.. presences.Allowed] : null,
        BlockedCardPresences = change.Presences is { } p ? [.. p.Blocked] : null,
        SpendingLimits = change.Limits is { } limits
            ? [.. limits.Select(l => new CardSpendingControlsSpendingLimitOptions
            {
                Amount = l.Amount,
                Interval = LimitIntervals.Name(l.Interval),
                Categories = [.. l.Categories],
            })]
            : null,
    };

    private static SpendingControls Controls(
        (List<string>? Allowed, List<string>? Blocked) categories, (List<string>? Allowed, List<string>? Blocked) countries,
        (List<string>? Allowed, List<string>? Blocked) presences, IEnumerable<SpendingLimit> limits, Currency? limitsCurrency = null) =>
        SpendingControls.Create(
            Restriction(categories), Restriction(countries), Restriction(presences),
            // Of two limits that count the same, only the lower one can ever decline.
            limits.OrderBy(l => l.Amount).Aggregate(
                new List<SpendingLimit>(), (kept, limit) =>
                {
                    if (!kept.Exists(limit.CountsLike))
                        kept.Add(limit);
                    return kept;
                }),
            limitsCurrency);

    private static Restriction Restriction((List<string>? Allowed, List<string>? Blocked) lists) => lists.Allowed is { Count: > 0 } allowed
        ? Domain.SharedKernel.Restriction.Allow(allowed)
        : Domain.SharedKernel.Restriction.Block(lists.Blocked ?? []);

    private static SpendingLimit Limit(long amount, string interval, List<string>? categories) =>
        new(amount, LimitIntervals.Parse(interval), categories);
}
