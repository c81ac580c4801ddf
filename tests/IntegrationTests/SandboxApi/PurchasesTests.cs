using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Stripe;
using Stripe.TestHelpers.Issuing;
using Test = Stripe.TestHelpers.Issuing;

namespace CleanIssuing.IntegrationTests.SandboxApi;

[Collection(SharedPortal.Name)]
public class PurchasesTests(PortalFixture portal)
{
    private Test.AuthorizationService Purchases => new(portal.Stripe());

    [Fact]
    public async Task A_purchase_is_approved_incremented_and_captured()
    {
        var card = await portal.NewCardAsync();

        var bought = await BuyAsync(card, 1000);
        (bought.Approved, bought.Status, bought.RequestHistory[0].Reason).ShouldBe((true, "pending", "card_active"));
        bought = await Purchases.IncrementAsync(bought.Id, new() { IncrementAmount = 500 });
        bought.Amount.ShouldBe(1500);
        bought = await Purchases.CaptureAsync(bought.Id, new() { CaptureAmount = 1200 });
        (bought.Amount, bought.Status).ShouldBe((1200, "closed"));

        var captured = (await new global::Stripe.Issuing.TransactionService(portal.Stripe()).ListAsync(new() { Card = card }))
            .ShouldHaveSingleItem();
        (captured.Amount, captured.AuthorizationId).ShouldBe((-1200, bought.Id));
        await portal.UntilAsync(() => portal.Text($"SELECT Status || Amount FROM Authorizations WHERE Id = '{bought.Id}'") == "Closed1200");
        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Transactions WHERE AuthorizationId = '{bought.Id}'") == captured.Id);
        (await Should.ThrowAsync<StripeException>(() => Purchases.CaptureAsync(bought.Id))).StripeError.Message.ShouldContain("pending");
    }

    [Fact]
    public async Task A_card_for_one_payment_is_canceled_by_it()
    {
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        var card = await cards.CreateAsync(new()
        {
            Cardholder = DemoSeed.Jenny,
            Currency = "usd",
            Type = "virtual",
            Status = "active",
            LifecycleControls = new() { CancelAfter = new() { PaymentCount = 1 } },
        });
        (await BuyAsync(card.Id, 100)).Approved.ShouldBeTrue();

        (await cards.GetAsync(card.Id)).Status.ShouldBe("canceled");
        (await BuyAsync(card.Id, 100)).RequestHistory[0].Reason.ShouldBe("card_canceled");
    }

    [Fact]
    public async Task Fuel_and_fleet_are_shown_and_the_details_of_a_purchase_when_asked_for()
    {
        var card = await portal.NewCardAsync();
        var bought = await Purchases.CreateAsync(new()
        {
            Card = card,
            Amount = 100,
            IsAmountControllable = true,
            Fuel = new() { Type = "diesel", Unit = "liter" },
        });
        (bought.Fuel.Type, bought.Fuel.QuantityDecimal, bought.Fleet).ShouldBe(("diesel", null, null));
        bought = await Purchases.FinalizeAmountAsync(bought.Id, new()
        {
            FinalAmount = 90,
            Fuel = new() { QuantityDecimal = 1.25m },
            Fleet = new() { CardholderPromptData = new() { Odometer = 1200 } },
        });
        (bought.Amount, bought.Fuel.QuantityDecimal, bought.Fleet.CardholderPromptData.Odometer).ShouldBe((90, 1.25m, 1200));
        await Purchases.CaptureAsync(bought.Id, new()
        {
            PurchaseDetails = new() { Reference = "77", Receipt = [new() { Description = "Diesel", Total = 90, Quantity = 1.25m }] },
        });

        var transactions = new global::Stripe.Issuing.TransactionService(portal.Stripe());
        var captured = (await transactions.ListAsync(new() { Card = card })).ShouldHaveSingleItem();
        captured.PurchaseDetails.ShouldBeNull();
        captured = await transactions.GetAsync(captured.Id, new() { Expand = ["purchase_details"] });
        (captured.PurchaseDetails.Reference, captured.PurchaseDetails.Receipt[0].Total, captured.PurchaseDetails.Fuel)
            .ShouldBe(("77", 90, null));
    }

    [Fact]
    public async Task A_capture_is_refunded_and_may_come_without_an_authorization()
    {
        var card = await portal.NewCardAsync();
        var transactions = new Test.TransactionService(portal.Stripe());

        var forced = await transactions.CreateForceCaptureAsync(new() { Card = card, Amount = 900, Currency = "usd" });
        (forced.Type, forced.Amount, forced.AuthorizationId).ShouldBe(("capture", -900, null));
        var refund = await transactions.RefundAsync(forced.Id, new() { RefundAmount = 400 });
        (refund.Type, refund.Amount).ShouldBe(("refund", 400));
        var unlinked = await transactions.CreateUnlinkedRefundAsync(new() { Card = card, Amount = 50, Currency = "usd" });
        (unlinked.Type, unlinked.Amount).ShouldBe(("refund", 50));

        (await Should.ThrowAsync<StripeException>(() => transactions.RefundAsync(forced.Id, new() { RefundAmount = 501 })))
            .StripeError.Param.ShouldBe("refund_amount");
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Transactions WHERE CardId = '{card}'") == "3");
    }

    [Fact]
    public async Task An_event_tells_what_was_before_the_change()
    {
        var card = await portal.NewCardAsync();

        await ChangeAsync(card, new() { Status = "inactive", Metadata = new() { ["team"] = "red" } });

        var events = await new EventService(portal.Stripe()).ListAsync(new() { Type = "issuing_card.updated", Limit = 100 });
        var told = events.First(e => ((global::Stripe.Issuing.Card)e.Data.Object).Id == card);
        ((string)told.Data.PreviousAttributes.status).ShouldBe("active");
        ((object?)told.Data.PreviousAttributes.metadata).ShouldNotBeNull();
        ((object?)told.Data.PreviousAttributes.type).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_reversed_or_expires_no_longer_counts()
    {
        var card = await portal.NewCardAsync();
        var first = await BuyAsync(card, 50000);
        (await BuyAsync(card, 1)).RequestHistory[0].Reason.ShouldBe("spending_controls");

        await Purchases.ReverseAsync(first.Id, new() { ReverseAmount = 20000 });
        var second = await BuyAsync(card, 20000);
        second.Approved.ShouldBeTrue();
        (await Purchases.ExpireAsync(second.Id)).Status.ShouldBe("expired");
        (await Purchases.ReverseAsync(first.Id)).Status.ShouldBe("reversed");

        (await BuyAsync(card, 50000)).Approved.ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_card_is_given_500_a_day_and_no_purchase_is_above_10_000()
    {
        var card = await portal.NewCardAsync();
        (await portal.AtStripeAsync(card)).SpendingControls.SpendingLimits.ShouldHaveSingleItem().Amount.ShouldBe(500_00);
        (await BuyAsync(card, 500_00)).Approved.ShouldBeTrue();
        (await BuyAsync(card, 1)).Approved.ShouldBeFalse();

        await ChangeAsync(card, new() { SpendingControls = new() { SpendingLimits = [] } });

        (await BuyAsync(card, 10_000_00)).Approved.ShouldBeTrue();
        (await BuyAsync(card, 10_000_01)).RequestHistory[0].Reason.ShouldBe("spending_controls");
    }

    [Fact]
    public async Task Limits_count_what_was_spent_with_a_replaced_card()
    {
        var card = await portal.NewCardAsync();
        (await BuyAsync(card, 400_00)).Approved.ShouldBeTrue();

        var replacement = await new global::Stripe.Issuing.CardService(portal.Stripe()).CreateAsync(new()
        {
            Currency = "usd",
            Type = "virtual",
            Status = "active",
            ReplacementFor = card,
            ReplacementReason = "expired",
        });

        (await BuyAsync(replacement.Id, 101_00)).Approved.ShouldBeFalse();
        (await BuyAsync(replacement.Id, 100_00)).Approved.ShouldBeTrue();
    }

    [Theory]
    [InlineData("inactive", "card_inactive")]
    [InlineData("canceled", "card_canceled")]
    public async Task A_card_that_cannot_be_used_is_declined_for_that(string status, string reason)
    {
        var card = await portal.NewCardAsync();
        await ChangeAsync(card, new() { Status = status });

        (await BuyAsync(card, 100)).RequestHistory[0].Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task The_cardholders_controls_hold_for_all_their_cards_together()
    {
        var holder = await new global::Stripe.Issuing.CardholderService(portal.Stripe()).CreateAsync(new()
        {
            Name = "Shared Limit",
            Individual = new() { FirstName = "Shared", LastName = "Limit" },
            Billing = new() { Address = new() { Line1 = "1", City = "C", PostalCode = "1", Country = "US" } },
            SpendingControls = new() { SpendingLimits = [new() { Amount = 1000, Interval = "monthly" }], SpendingLimitsCurrency = "usd" },
        });
        var (one, other) = (await portal.NewCardAsync(holder.Id), await portal.NewCardAsync(holder.Id));

        (await BuyAsync(one, 800)).Approved.ShouldBeTrue();
        var declined = await BuyAsync(other, 300);
        declined.Approved.ShouldBeFalse();

        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Authorizations WHERE Id = '{declined.Id}'") is not null);
        using var ada = await portal.SignedInAsync("admin@demo.test");
        System.Net.WebUtility.HtmlDecode(await ada.GetAsync("/cards/" + other))
            .ShouldContain(
                "Declined by the cardholder's monthly limit of $10.00: $2.00 was left that month, and $3.00 was asked for.");
    }

    [Theory]
    [InlineData("allowed_categories", "blocked_categories", "florists")]
    [InlineData("allowed_merchant_countries", "blocked_merchant_countries", "US")]
    public async Task Allowed_and_blocked_together_are_refused_even_one_after_the_other(string allowed, string blocked, string code)
    {
        var card = await portal.NewCardAsync();
        await ChangeAsync(card, Raw(allowed, code));

        var refused = await Should.ThrowAsync<StripeException>(() => ChangeAsync(card, Raw(blocked, code)));

        refused.HttpStatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("allowed_categories", "time_machines")]
    [InlineData("blocked_merchant_countries", "ZZ")]
    public async Task What_does_not_exist_is_refused(string list, string code)
    {
        var card = await portal.NewCardAsync();

        await Should.ThrowAsync<StripeException>(() => ChangeAsync(card, Raw(list, code)));
    }

    [Fact]
    public async Task Purchases_of_half_a_year_are_there_from_the_start_and_listed_in_pages()
    {
        var service = new global::Stripe.Issuing.AuthorizationService(portal.Stripe());
        var all = await service.ListAutoPagingAsync(new() { Card = DemoSeed.JennyPhysical, Limit = 100 }).ToListAsync();

        all.Count.ShouldBeGreaterThan(150);
        all.Min(a => a.Created).ShouldBeLessThan(DateTime.UtcNow.AddDays(-170));
        all.Select(a => a.Id).ShouldBeUnique();
        all.ShouldAllBe(a => a.CardId() == DemoSeed.JennyPhysical);
        all.ShouldContain(a => !a.Approved);
    }

    private async Task<global::Stripe.Issuing.Authorization> BuyAsync(string card, long amount) =>
        await Purchases.CreateAsync(new AuthorizationCreateOptions { Card = card, Amount = amount, AuthorizationMethod = "online" });

    private async Task ChangeAsync(string card, global::Stripe.Issuing.CardUpdateOptions options) =>
        await new global::Stripe.Issuing.CardService(portal.Stripe()).UpdateAsync(card, options);

    private static global::Stripe.Issuing.CardUpdateOptions Raw(string list, string code) => new()
    {
        SpendingControls = list switch
        {
            "allowed_categories" => new() { AllowedCategories = [code] },
            "blocked_categories" => new() { BlockedCategories = [code] },
            "allowed_merchant_countries" => new() { AllowedMerchantCountries = [code] },
            _ => new() { BlockedMerchantCountries = [code] },
        },
    };
}
