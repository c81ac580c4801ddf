using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>What is spent this month so far, and on what.</summary>
/// <param name="Spent">A cardholder’s in each currency; an account’s in the currency that most purchases are in.</param>
/// <param name="Others">The other currencies, which the overview tells of.</param>
/// <param name="By">What else it is split by: <c>card</c>, or <c>cardholder</c>.</param>
/// <param name="Note">Where its days are not those of the person’s time zone: which they are.</param>
public sealed record MonthOfSpend(
    DateOnly Month, IReadOnlyList<Money> Spent, IReadOnlyList<Currency> Others, IReadOnlyList<SpendShare> Categories, string By,
    IReadOnlyList<SpendShare> Shares, string Note)
{
    public static MonthOfSpend Of(OwnSpend own, DateOnly month) => new(month, own.Spent, [], own.Categories, "card", own.Cards, "");

    public static MonthOfSpend Of(SpendOverview spend, PersonTimes times) => new(
        spend.Month, [spend.Spent], [.. spend.Currencies.Where(c => c != spend.Currency)], spend.Categories, "cardholder",
        [.. spend.Cardholders.Take(GetSpendOverview.TopCount)], times.ZoneName == "UTC" ? "" : "Days in UTC");
}
