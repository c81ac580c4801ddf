using System.Text.RegularExpressions;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Cards;

[Collection(SharedPortal.Name)]
public class CardPageQueriesTests(PortalFixture portal)
{
    private const int AtMost = 5;

    [Theory]
    [InlineData("jenny@demo.test", DemoSeed.JennyVirtual)]
    [InlineData("jenny@demo.test", DemoSeed.JennyPhysical)]
    [InlineData("jenny@demo.test", DemoSeed.JennyCanceled)]
    [InlineData("jenny@demo.test", DemoSeed.JennyFrozen)]
    [InlineData("jenny@demo.test", DemoSeed.JennyExpiring)]
    [InlineData("admin@demo.test", DemoSeed.JennyPhysical)]
    [InlineData("admin@demo.test", DemoSeed.OmarShipping)]
    [InlineData("omar@demo.test", DemoSeed.OmarShipping)]
    [InlineData("yuki@demo.test", DemoSeed.YukiPhysical)]
    [InlineData("lea@demo.test", DemoSeed.ClaireVirtual)]
    [InlineData("vera@demo.test", DemoSeed.ClaireVirtual)]
    [InlineData("lea@demo.test", DemoSeed.LucReplacement)]
    [InlineData("lea@demo.test", DemoSeed.LucStolen)]
    public async Task A_cards_page_asks_the_database_at_most_five_times(string email, string card)
    {
        using var person = await portal.SignedInAsync(email);

        (await StatementsAsync(person, "/cards/" + card)).Count.ShouldBeInRange(1, AtMost);
    }

    [Fact]
    public async Task Declined_purchases_do_not_cost_statements_of_their_own()
    {
        var card = await portal.NewCardAsync();
        var purchases = new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe());
        for (var i = 0; i < 5; i++)
            await purchases.CreateAsync(new() { Card = card, Amount = 600_00, Currency = "usd" });
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Authorizations WHERE CardId = '{card}' AND NOT Approved") == "5");
        using var admin = await portal.SignedInAsync("admin@demo.test");

        (await StatementsAsync(admin, "/cards/" + card)).Count.ShouldBeInRange(1, AtMost);
    }

    [Fact]
    public async Task A_card_with_all_that_a_card_can_have_does_not_cost_more()
    {
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        var holder = await new global::Stripe.Issuing.CardholderService(portal.Stripe()).CreateAsync(new()
        {
            Name = "Ines Costly",
            Individual = new() { FirstName = "Ines", LastName = "Costly" },
            Billing = new() { Address = new() { Line1 = "1", City = "C", PostalCode = "1", Country = "US" } },
            SpendingControls = new() { SpendingLimits = [new() { Amount = 1000, Interval = "monthly" }], SpendingLimitsCurrency = "eur" },
        });
        var stolen = await portal.NewCardAsync(holder.Id);
        await cards.UpdateAsync(stolen, new() { Status = "canceled", CancellationReason = "stolen" });
        var card = (await cards.CreateAsync(new()
        {
            Cardholder = holder.Id,
            Currency = "usd",
            Type = "virtual",
            Status = "active",
            ReplacementFor = stolen,
            ReplacementReason = "stolen",
        })).Id;
        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Cards WHERE Id = '{card}'") is not null);
        var purchases = new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe());
        for (var i = 0; i < 12; i++)
            await purchases.CreateAsync(new() { Card = card, Amount = 600_00, Currency = "usd" });
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Authorizations WHERE CardId = '{card}'") == "12");
        using var admin = await portal.SignedInAsync("admin@demo.test");
        var older = Regex.Match(await admin.GetAsync("/cards/" + card), "before=(iauth_[^\"&#]+)").Groups[1].Value;

        (await StatementsAsync(admin, "/cards/" + card)).Count.ShouldBeInRange(1, AtMost);
        (await StatementsAsync(admin, $"/cards/{card}?before={older}")).Count.ShouldBeInRange(1, AtMost);
    }

    private async Task<IReadOnlyList<string>> StatementsAsync(HttpUser person, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var (statements, response) = await portal.SendCountedAsync(person, request);
        response.EnsureSuccessStatusCode();
        response.Dispose();
        return statements;
    }
}
