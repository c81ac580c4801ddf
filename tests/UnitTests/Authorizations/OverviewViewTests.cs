using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.WebUi.Pages.Authorizations;

namespace CleanIssuing.UnitTests.Authorizations;

public class OverviewViewTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(2, 0, false)] // one or two are nothing
    [InlineData(3, 0, true)]
    [InlineData(8, 2, false)] // as many as usual, twice over
    [InlineData(9, 2, true)]
    public void Declines_want_attention_where_there_are_more_than_usual(int sinceYesterday, double usual, bool isTold) =>
        View(sinceYesterday, usual).Attention.Any(a => a.Code == "declined").ShouldBe(isTold);

    [Fact]
    public void What_needs_attention_comes_in_order_and_leads_to_where_it_is_dealt_with() =>
        (View(9, 1) with { Cards = new CardCounts(5, 4, 3, 1, Delivered: 2, Expiring: 1, Unconfirmed: 6), DeadLetters = 7 }).Attention
            .Select(a => (a.Code, a.Count, a.Address)).ShouldBe(
            [
                ("unconfirmed", 6, "/cards?need=confirmation"), ("dead_letters", 7, "/events"), ("delivered", 2, "/cards?need=activation"),
                ("expiring", 1, "/cards?need=renewal"), ("declined", 9, "/purchases?state=declined&from=2026-11-22"),
            ]);

    [Fact]
    public void Where_nothing_is_wrong_nothing_is_told() => View(0, 0).Attention.ShouldBeEmpty();

    private static OverviewView View(int declined, double usual) => new(
        new MyCards([], [], null!), null,
        new SpendOverview(Today, Today.AddDays(-23), Currency.Usd, [Currency.Usd], [], [], [], [], [], usual, null),
        new CardCounts(0, 0, 0, 0, 0, 0, 0), [],
        Today.AddDays(-1), declined, 0, [], [], new NavigationAccess(true, true, true, false, []));
}
