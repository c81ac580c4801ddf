using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.State;
using Stripe;
using Stripe.Issuing;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>What happens at Stripe, behind the portal's back or ahead of it.</summary>
internal static class StripeScenario
{
    public static StripeClient Stripe(this PortalFixture portal) => new(new StripeClientOptions
    {
        ApiKey = Sandbox.SecretKey,
        ApiBase = portal.Sandbox.Origin.GetLeftPart(UriPartial.Authority),
    });

    /// <summary>A new card of Jenny's, and waits until the portal has heard of it.</summary>
    public static async Task<string> NewCardAsync(this PortalFixture portal, string holder = DemoSeed.Jenny, string currency = "usd",
        string? account = null, string type = "virtual", string status = "active")
    {
        var options =
            new global::Stripe.Issuing.CardCreateOptions { Cardholder = holder, Currency = currency, Type = type, Status = status };
        if (type == "physical")
            options.Shipping =
                new CardShippingOptions
                {
                    Name = "A",
                    Address = new AddressOptions { Line1 = "1", City = "C", PostalCode = "1", Country = "US" }
                };
        // Cards in yen are tried out on an account in the United States too.
        portal.Sandbox.Options.AnyCurrency = true;
        global::Stripe.Issuing.Card card;
        try
        {
            card = await new global::Stripe.Issuing.CardService(portal.Stripe())
                .CreateAsync(options, new RequestOptions { StripeAccount = account });
        }
        finally
        {
            portal.Sandbox.Options.AnyCurrency = false;
        }

        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Cards WHERE Id = '{card.Id}'") is not null);
        return card.Id;
    }

    public static async Task<global::Stripe.Issuing.Card> AtStripeAsync(this PortalFixture portal, string card, string? account = null) =>
        await new global::Stripe.Issuing.CardService(portal.Stripe()).GetAsync(card, null, new RequestOptions { StripeAccount = account });

    /// <summary>Buys something, and waits until the portal has heard of it.</summary>
    /// <returns>The purchase's id.</returns>
    public static async Task<string> BuyAsync(
        this PortalFixture portal, string card, long amount, string merchant, string category = "fast_food_restaurants")
    {
        var made = await new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe()).CreateAsync(new()
        {
            Card = card,
            Amount = amount,
            MerchantData = new() { Name = merchant, Category = category, Country = "US" },
        });
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Authorizations WHERE Id = '{made.Id}'") == "1");
        return made.Id;
    }

    /// <summary>A new physical card that was never activated, and has arrived.</summary>
    public static async Task<string> DeliveredCardAsync(this PortalFixture portal, string holder)
    {
        var card = await portal.NewCardAsync(holder, type: "physical", status: "inactive");
        var shipping = new global::Stripe.TestHelpers.Issuing.CardService(portal.Stripe());
        await shipping.ShipCardAsync(card);
        await shipping.DeliverCardAsync(card);
        await portal.UntilAsync(() => portal.Text($"SELECT ShippingStatus FROM Cards WHERE Id = '{card}'") == "Delivered");
        return card;
    }

    /// <summary>How many cards of a cardholder Stripe has.</summary>
    public static int CardsAtStripe(this PortalFixture portal, string holder) => new global::Stripe.Issuing.CardService(portal.Stripe())
        .List(new global::Stripe.Issuing.CardListOptions { Cardholder = holder, Limit = 100 }).Data.Count;

    /// <summary>One value of our own database.</summary>
    public static string? Text(this PortalFixture portal, string sql) => portal.Database.Text(sql);

    /// <summary>Waits for something that is bound to happen.</summary>
    public static async Task UntilAsync(this PortalFixture portal, Func<bool> isSo)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < deadline; await Task.Delay(20))
        {
            if (isSo())
                return;
        }

        throw new TimeoutException("It did not happen. "
            + string.Join('\n', portal.Logs.Lines.Where(l => l.StartsWith("Warning") || l.StartsWith("Error")).TakeLast(5)));
    }
}
