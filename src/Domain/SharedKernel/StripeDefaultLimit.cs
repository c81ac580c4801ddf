namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The limit that Stripe applies to a card that has none of its own.</summary>
public static class StripeDefaultLimit
{
    /// <summary>500 USD a day, for a card in US dollars; for another currency Stripe converts it at a rate that we do not know.</summary>
    public static SpendingLimit? For(Currency currency) => currency == Currency.Usd ? new SpendingLimit(500_00, LimitInterval.Daily) : null;

    /// <summary>The limits that purchases with a card are really held against.</summary>
    public static IReadOnlyList<SpendingLimit> EffectiveLimits(SpendingControls controls, Currency currency) =>
        controls.Limits.Length > 0 ? controls.Limits : For(currency) is { } fallback ? [fallback] : [];

    /// <summary>The controls with the limit that Stripe fills in.</summary>
    public static SpendingControls Effective(SpendingControls controls, Currency currency) =>
        controls.With(new SpendingControlsChange { Limits = EffectiveLimits(controls, currency) });
}
