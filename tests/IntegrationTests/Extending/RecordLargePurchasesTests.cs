using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Extensions.DependencyInjection;
using Stripe;
using Stripe.Issuing;

namespace CleanIssuing.IntegrationTests.Extending;

public sealed class RecordLargePurchasesTests(ExtendedPortal portal) : IClassFixture<ExtendedPortal>
{
    private readonly FaultyCardholders _faulty = portal.Portal.App.Services.GetRequiredService<FaultyCardholders>();

    [Fact]
    public async Task A_large_purchase_has_an_audit_entry_and_a_small_one_has_none()
    {
        // A currency without decimals, so that the unit is not mistaken for the minor unit.
        var card = await portal.NewCardAsync(DemoSeed.Yuki, "jpy", DemoSeed.Sakura);

        var small = await BuyAsync(card, 999);
        var large = await BuyAsync(card, 1000);

        await portal.UntilAsync(() => portal.Audit(large).Count == 1);
        portal.Audit(large)[0].ShouldSatisfyAllConditions(
            line => line.Action.ShouldBe("purchase.large"), line => line.Account.ShouldBe(DemoSeed.Sakura));
        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Authorizations WHERE Id = '{small}'") is not null);
        portal.Audit(small).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handler_that_throws_has_its_own_event_tried_again_and_holds_up_no_other()
    {
        var (faulty, other) = (await HolderAsync(), await HolderAsync());
        _faulty.Ids[faulty] = true;

        await BlockAsync(faulty);
        await portal.UntilAsync(() => TriesOf(faulty) > 0);
        await BlockAsync(other);
        await portal.UntilAsync(() => Status(other) == "Inactive");
        Status(faulty).ShouldBe("Active", "what the other handlers of the event did is rolled back with it");

        _faulty.Ids.Clear();
        await portal.UntilAsync(() =>
        {
            portal.Time.Advance(TimeSpan.FromSeconds(5));
            return Status(faulty) == "Inactive";
        });
        portal.Text($"SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting' AND Payload LIKE '%{faulty}%'").ShouldBe("0");
    }

    private async Task<string> BuyAsync(string card, long amount)
    {
        var bought = await new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe()).CreateAsync(
            new global::Stripe.TestHelpers.Issuing.AuthorizationCreateOptions { Card = card, Amount = amount, Currency = "jpy" },
            new RequestOptions { StripeAccount = DemoSeed.Sakura });
        return bought.Id;
    }

    private async Task<string> HolderAsync()
    {
        var holder = await new CardholderService(portal.Stripe()).CreateAsync(new CardholderCreateOptions
        {
            Name = "Event Person",
            Individual = new() { FirstName = "Event", LastName = "Person" },
            Billing = new() { Address = new() { Line1 = "1", City = "C", PostalCode = "1", Country = "US" } },
        });
        await portal.UntilAsync(() => Status(holder.Id) == "Active");
        return holder.Id;
    }

    private async Task BlockAsync(string holder) =>
        await new CardholderService(portal.Stripe()).UpdateAsync(holder, new CardholderUpdateOptions { Status = "inactive" });

    private string? Status(string holder) => portal.Text($"SELECT Status FROM Cardholders WHERE Id = '{holder}'");

    private int TriesOf(string holder) => int.Parse(
        portal.Text($"SELECT COALESCE(MAX(Tries), 0) FROM WebhookEvents WHERE Payload LIKE '%{holder}%'")!,
        System.Globalization.CultureInfo.InvariantCulture);
}
