using System.Threading.Channels;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.AspNetCore.Builder;
using Stripe;
using Stripe.Issuing;

namespace CleanIssuing.IntegrationTests.SandboxApi;

/// <summary>Balance, disputes, tokens, fraud challenges and endpoints of one's own.</summary>
[Collection(SharedPortal.Name)]
public class MoneyTests(PortalFixture portal)
{
    private readonly Stripe.TestHelpers.Issuing.AuthorizationService _purchases = new(portal.Stripe());

    [Fact]
    public async Task What_is_not_there_cannot_be_spent_and_what_is_not_captured_comes_back()
    {
        // Nobody else spends this currency.
        const string Currency = "nzd";
        var card = await portal.NewCardAsync(currency: Currency);
        using var http = new HttpClient { BaseAddress = portal.Sandbox.Origin };
        http.DefaultRequestHeaders.Authorization = new("Bearer", StripeSandbox.Sandbox.SecretKey);
        using var set = await http.PostAsync("/sandbox/accounts/" + DemoSeed.Platform, new FormUrlEncodedContent(
            new Dictionary<string, string> { ["balance"] = "1000", ["currency"] = Currency }));
        set.EnsureSuccessStatusCode();

        var first = await _purchases.CreateAsync(new() { Card = card, Amount = 700 });
        first.Approved.ShouldBeTrue();
        var second = await _purchases.CreateAsync(new() { Card = card, Amount = 400 });
        (second.Approved, second.RequestHistory[0].Reason).ShouldBe((false, "insufficient_funds"));
        (await LeftAsync()).ShouldBe(300);

        await _purchases.CaptureAsync(first.Id, new() { CaptureAmount = 600 });
        (await LeftAsync()).ShouldBe(400);
        var held = await _purchases.CreateAsync(new() { Card = card, Amount = 400 });
        (await LeftAsync()).ShouldBe(0);
        await _purchases.ReverseAsync(held.Id);
        (await LeftAsync()).ShouldBe(400);
        var captured = (await new TransactionService(portal.Stripe()).ListAsync(new() { Card = card })).Data[0];
        await new Stripe.TestHelpers.Issuing.TransactionService(portal.Stripe()).RefundAsync(captured.Id);
        (await LeftAsync()).ShouldBe(1000);
        var open = await _purchases.CreateAsync(new() { Card = card, Amount = 700 });
        await _purchases.CaptureAsync(open.Id, new() { CaptureAmount = 300, CloseAuthorization = false });
        (await LeftAsync()).ShouldBe(300, "the rest of what is held may still be captured");

        async Task<long> LeftAsync() =>
            (await new BalanceService(portal.Stripe()).GetAsync()).Issuing.Available.Single(a => a.Currency == Currency).Amount;
    }

    [Fact]
    public async Task A_capture_is_disputed_once_and_with_an_explanation()
    {
        var card = await portal.NewCardAsync();
        var bought = await _purchases.CreateAsync(new() { Card = card, Amount = 500 });
        await _purchases.CaptureAsync(bought.Id);
        var transactions = new TransactionService(portal.Stripe());
        var captured = (await transactions.ListAsync(new() { Card = card })).Data[0];
        var disputes = new Stripe.Issuing.DisputeService(portal.Stripe());

        var dispute = await disputes.CreateAsync(new() { Transaction = captured.Id, Evidence = new() { Reason = "fraudulent" } });

        (dispute.Status, dispute.Amount).ShouldBe(("unsubmitted", 500));
        (await transactions.GetAsync(captured.Id)).DisputeId.ShouldBe(dispute.Id);
        await RefusedAsync(() => disputes.CreateAsync(new() { Transaction = captured.Id }));
        await RefusedAsync(() => disputes.SubmitAsync(dispute.Id));
        await RefusedAsync(() => disputes.UpdateAsync(dispute.Id, new() { Amount = 501 }));
        await disputes.UpdateAsync(dispute.Id, new() { Evidence = new() { Fraudulent = new() { Explanation = "It was not me." } } });
        (await disputes.SubmitAsync(dispute.Id)).Status.ShouldBe("submitted");
        await RefusedAsync(() => disputes.UpdateAsync(dispute.Id, new() { Amount = 100 }));
    }

    [Fact]
    public async Task A_wallet_has_one_token_for_a_card_which_is_suspended_and_deleted()
    {
        var card = await portal.NewCardAsync();
        for (var i = 0; i < 2; i++)
            await _purchases.CreateAsync(new() { Card = card, Amount = 100, Wallet = "google_pay" });
        var tokens = new Stripe.Issuing.TokenService(portal.Stripe());

        var token = (await tokens.ListAsync(new() { Card = card })).ShouldHaveSingleItem();

        token.WalletProvider.ShouldBe("google_pay");
        (await tokens.UpdateAsync(token.Id, new() { Status = "suspended" })).Status.ShouldBe("suspended");
        (await tokens.UpdateAsync(token.Id, new() { Status = "deleted" })).Status.ShouldBe("deleted");
        await RefusedAsync(() => tokens.UpdateAsync(token.Id, new() { Status = "active" }));
    }

    [Fact]
    public async Task What_looks_like_fraud_is_declined_until_the_cardholder_has_confirmed_the_merchant()
    {
        var silent = await portal.NewCardAsync((await new CardholderService(portal.Stripe()).CreateAsync(Holder("No Phone"))).Id);
        var options = Holder("With Phone");
        options.PhoneNumber = "+15555550123";
        var card = await portal.NewCardAsync((await new CardholderService(portal.Stripe()).CreateAsync(options)).Id);

        (await RiskyAsync(silent)).FraudChallenges[0].UndeliverableReason.ShouldBe("no_phone_number");
        var asked = await RiskyAsync(card);
        (asked.Approved, asked.RequestHistory[0].Reason, asked.FraudChallenges[0].Status).ShouldBe((false, "suspected_fraud", "pending"));
        await _purchases.RespondAsync(asked.Id, new() { Confirmed = true });
        await RefusedAsync(() => _purchases.RespondAsync(asked.Id, new() { Confirmed = true }));

        var again = await RiskyAsync(card);

        (again.Approved, again.VerifiedByFraudChallenge).ShouldBe((true, true));

        Task<Stripe.Issuing.Authorization> RiskyAsync(string id) => _purchases.CreateAsync(new()
        {
            Card = id,
            Amount = 100,
            MerchantData = new() { Name = "Odd shop" },
            RiskAssessment = new() { FraudRisk = new() { Level = "highest" } },
        });
    }

    [Fact]
    public async Task An_endpoint_of_ones_own_gets_the_events_that_it_asked_for_signed_with_its_secret()
    {
        var received = Channel.CreateUnbounded<(string Body, string Signature)>();
        var builder = WebApplication.CreateSlimBuilder();
        await using var receiver = builder.Build();
        receiver.Urls.Add("http://127.0.0.1:0");
        receiver.MapPost("/hook", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await received.Writer.WriteAsync((await reader.ReadToEndAsync(), context.Request.Headers["Stripe-Signature"].ToString()));
        });
        await receiver.StartAsync();
        var endpoints = new WebhookEndpointService(portal.Stripe());
        await RefusedAsync(() => endpoints.CreateAsync(new() { Url = "nowhere", EnabledEvents = ["*"] }));
        await RefusedAsync(() => endpoints.CreateAsync(new() { Url = "http://%CC%80a/", EnabledEvents = ["*"] }));
        await RefusedAsync(() => endpoints.CreateAsync(new() { Url = "http://127.0.0.1:1", EnabledEvents = ["issuing_card.*"] }));
        await RefusedAsync(() => endpoints.UpdateAsync("we_1SandboxPlatform", new() { Disabled = true }));
        var made = await endpoints.CreateAsync(
            new() { Url = receiver.Urls.First() + "/hook", EnabledEvents = ["issuing_cardholder.created"] });
        (await endpoints.GetAsync(made.Id)).Secret.ShouldBeNull("it is told once");

        await portal.NewCardAsync();
        var holder = await new CardholderService(portal.Stripe()).CreateAsync(Holder("Heard Of"));

        // Another test may have made a cardholder in this very second.
        string body, signature;
        do
            (body, signature) = await received.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        while (!body.Contains(holder.Id));
        EventUtility.ValidateSignature(body, signature, made.Secret, 300, portal.Time.GetUtcNow().ToUnixTimeSeconds());
        (await endpoints.ListAsync(new() { Limit = 1 })).HasMore.ShouldBeTrue();
        var all = new List<string>();
        await foreach (var endpoint in endpoints.ListAutoPagingAsync(new() { Limit = 1 }))
            all.Add(endpoint.Id);
        all.ShouldBe([made.Id, "we_1SandboxPlatform", "we_1SandboxConnect"]);
        (await endpoints.DeleteAsync(made.Id)).Deleted.ShouldBe(true);
        (await endpoints.ListAsync()).ShouldNotContain(endpoint => endpoint.Id == made.Id);
    }

    private static CardholderCreateOptions Holder(string name) => new()
    {
        Name = name,
        Individual = new() { FirstName = name, LastName = name },
        Billing = new() { Address = new() { Line1 = "1", City = "C", PostalCode = "1", Country = "US" } },
    };

    private static async Task RefusedAsync(Func<Task> call) =>
        (await Should.ThrowAsync<StripeException>(call)).HttpStatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
}
