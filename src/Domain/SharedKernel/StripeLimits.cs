namespace CleanIssuing.Domain.SharedKernel;

/// <summary>What Stripe limits by itself (https://docs.stripe.com/issuing/controls/spending-controls).</summary>
public static class StripeLimits
{
    private static readonly Currency[] OfRegions = [Currency.Usd, Currency.Parse("eur"), Currency.Parse("gbp")];

    /// <summary>
    /// 10,000 for each purchase, in the currency of the account's region. For a card in another currency Stripe converts it at a rate
    /// that we do not know.
    /// </summary>
    public static SpendingLimit? PerAuthorization(Currency currency) => OfRegions.Contains(currency)
        ? new SpendingLimit(Money.FromUnits(10_000, currency), LimitInterval.PerAuthorization)
        : null;

    /// <summary>The controls that purchases are really held against: those that were set, and Stripe's own.</summary>
    public static SpendingControls Effective(SpendingControls controls, Currency currency)
    {
        controls = controls.In(currency);
        if (PerAuthorization(currency) is not { } ours || controls.Limits.Any(l => l.CountsLike(ours) && l.Amount <= ours.Amount))
            return controls;
        return controls.With(new SpendingControlsChange { Limits = [.. controls.Limits.Where(l => !l.CountsLike(ours)), ours] });
    }
}
