using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

public static class CardCurrencies
{
    /// <summary>The currencies of these cards, that of most of them first.</summary>
    public static IReadOnlyList<Currency> MostFirst(IEnumerable<Card> cards) =>
    [
        .. cards.CountBy(c => c.Currency).OrderByDescending(c => c.Value).ThenBy(c => c.Key.Code, StringComparer.Ordinal)
            .Select(c => c.Key),
    ];
}
