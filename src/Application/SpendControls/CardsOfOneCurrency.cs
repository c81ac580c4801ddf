using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.SpendControls;

internal static class CardsOfOneCurrency
{
    /// <exception cref="RuleViolationException">The cards are in several: a limit has one.</exception>
    public static Currency Of(IReadOnlyList<CardView> views)
    {
        Currency[] currencies = [.. views.Select(v => v.Card.Currency).Distinct()];
        return currencies.Length == 1 ? currencies[0] : throw new RuleViolationException(RefusalReason.SeveralCurrencies);
    }
}
