using System.Net;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Stripe.TestHelpers.Issuing;

namespace CleanIssuing.IntegrationTests.Authorizations;

/// <summary>Who is told of a purchase as it happens, and for how long.</summary>
[Collection(SharedPortal.Name)]
public class LivePurchasesTests(PortalFixture portal)
{
    [Fact]
    public async Task A_purchase_is_told_to_its_cardholder_and_to_who_sees_the_account_and_to_nobody_else()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await PurchaseListener.OpenAsync(portal, "jenny@demo.test");
        using var ada = await PurchaseListener.OpenAsync(portal, "admin@demo.test");
        using var omar = await PurchaseListener.OpenAsync(portal, "omar@demo.test");
        using var lea = await PurchaseListener.OpenAsync(portal, "lea@demo.test");

        await BuyAsync(card, "For Jenny");
        await BuyAsync(DemoSeed.OmarVirtual, "For Omar");
        await BuyAsync(DemoSeed.ClaireVirtual, "For Claire", DemoSeed.Lumiere);

        (await jenny.UntilAsync("For Jenny")).ShouldContain(card);
        await ada.UntilAsync("For Jenny");
        await ada.UntilAsync("For Omar");
        await omar.UntilAsync("For Omar");
        await lea.UntilAsync("For Claire");
        string.Concat(jenny.Heard).ShouldNotContain("For Omar");
        string.Concat(omar.Heard).ShouldNotContain("For Jenny");
        string.Concat(lea.Heard).ShouldNotContain("For Jenny");
        string.Concat(lea.Heard).ShouldNotContain("For Omar");
        // Who was not told has not tried to look.
        portal.Text(
            "SELECT COUNT(*) FROM AuditEntries WHERE Outcome = 'Denied' AND Subject IN (SELECT Id FROM Authorizations WHERE Merchant "
                + "LIKE 'For %')").ShouldBe("0");
    }

    [Fact]
    public async Task Rights_and_session_are_looked_up_anew_for_each_message()
    {
        const string Email = "live@demo.test";
        var account = AccountId.Parse(DemoSeed.Platform);
        await portal.Portal.App.Services.SendAsSystemAsync(
            new AddPerson(Email, "Live", DemoPeople.Password, account, Role.Viewer), CancellationToken.None);
        var (first, second) = (await portal.NewCardAsync(), await portal.NewCardAsync());
        using var viewer = await PurchaseListener.OpenAsync(portal, Email);
        using var ada = await PurchaseListener.OpenAsync(portal, "admin@demo.test");
        await BuyAsync(first, "While allowed");
        await viewer.UntilAsync("While allowed");

        await portal.Portal.App.Services.SendAsSystemAsync(new RemoveRole(Email, account, Role.Viewer), CancellationToken.None);
        await BuyAsync(second, "Not any more");
        await ada.UntilAsync("Not any more");
        await portal.Portal.App.Services.SendAsSystemAsync(new DisablePerson(Email), CancellationToken.None);
        await BuyAsync(first, "After the end");

        await viewer.EndedAsync();
        string.Concat(viewer.Heard).ShouldNotContain("Not any more");
        string.Concat(viewer.Heard).ShouldNotContain("After the end");
    }

    [Fact]
    public async Task A_person_has_only_so_many_streams_and_each_that_is_closed_makes_room()
    {
        var open = new List<PurchaseListener>();
        for (var i = 0; i < new RateLimitOptions().StreamsPerUser; i++)
            open.Add(await PurchaseListener.OpenAsync(portal, "yuki@demo.test"));
        using var yuki = await portal.SignedInAsync("yuki@demo.test");

        using (var refused = await yuki.Http.GetAsync("/purchases/live"))
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        var feed = portal.Portal.App.Services.GetRequiredService<IPurchaseFeed>();
        var listeners = feed.Listeners;
        open.ForEach(listener => listener.Dispose());
        await portal.UntilAsync(() => feed.Listeners <= listeners - open.Count);
        using var again = await PurchaseListener.OpenAsync(portal, "yuki@demo.test");
    }

    [Fact]
    public async Task Nobody_listens_without_a_session()
    {
        using var anyone = portal.Anyone();

        using var answer = await anyone.Http.GetAsync("/purchases/live");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task BuyAsync(string card, string merchant, string? account = null) =>
        await new AuthorizationService(portal.Stripe()).CreateAsync(
            new()
            {
                Card = card,
                Amount = 1000,
                MerchantData = new() { Name = merchant, Category = "fast_food_restaurants", Country = "US" },
            },
            new() { StripeAccount = account });
}
