using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>What is spent this month so far, and on what.</summary>
/// <param name="Spent">In each currency, the one that the shares are in first.</param>
/// <param name="By">What else it is split by: <c>card</c>, or <c>cardholder</c>.</param>
/// <param name="Note">Which days the month has, where they are not the person's own.</param>
public sealed record MonthOfSpend(
    DateOnly Month, IReadOnlyList<Money> Spent, IReadOnlyList<SpendShare> Categories, string By, IReadOnlyList<SpendShare> Shares,
    string Note)
{
    public static MonthOfSpend Of(OwnSpend own, DateOnly month) => new(month, own.Spent, own.Categories, "card", own.Cards, "");

    public static MonthOfSpend Of(SpendOverview spend, PersonTimes times) => new(
        spend.Month, [spend.Spent], spend.Categories, "cardholder", spend.Cardholders,
        times.ZoneName == "UTC" ? "" : "Days in UTC");
}
