using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.StripeSync;

public abstract class WebhookTests(WebhookPortal portal) : IDisposable
{
    /// <summary>How many cardholders the shuffled events are about.</summary>
    protected virtual int Holders => 100;

    private readonly HttpClient _stripe = new() { BaseAddress = portal.Origin };

    public void Dispose() => _stripe.Dispose();

    [SkippableFact]
    public async Task A_signed_event_changes_our_replica()
    {
        var holder = await HolderAsync();
        var body = CardholderUpdated(holder, "blocked", 10);

        (await SendAsync(body)).ShouldBe(HttpStatusCode.OK);

        await portal.UntilAsync(() => Status(holder) == "Blocked");
        // What it carried, with names and addresses, is not kept once it is handled.
        await portal.UntilAsync(() =>
            portal.Text($"SELECT State || COALESCE(Payload, '') FROM WebhookEvents WHERE Id = '{Id(body)}'") == "Processed");
    }

    [SkippableTheory]
    [InlineData("whsec_somebody_elses", 0)]
    [InlineData(Sandbox.WebhookSecret, -301)]
    [InlineData(null, 0)]
    public async Task What_is_forged_too_old_or_not_signed_is_refused(string? secret, int seconds)
    {
        var holder = await HolderAsync();
        var body = CardholderUpdated(holder, "blocked", 10);
        var signature = secret is null ? null : Webhooks.Sign(body, secret, portal.Time.GetUtcNow().AddSeconds(seconds));

        (await SendAsync(body, signature, isSigned: false)).ShouldBe(HttpStatusCode.BadRequest);

        portal.Text($"SELECT COUNT(*) FROM WebhookEvents WHERE Id = '{Id(body)}'").ShouldBe("0");
        Status(holder).ShouldBe("Active");
    }

    [SkippableFact]
    public async Task A_signature_holds_for_its_own_body_only()
    {
        var holder = await HolderAsync();
        var body = CardholderUpdated(holder, "blocked", 10);
        var signature = Webhooks.Sign(body, Sandbox.WebhookSecret, portal.Time.GetUtcNow());

        (await SendAsync(body.Replace("blocked", "active"), signature, isSigned: false)).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(body[..^20], signature, isSigned: false)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [SkippableTheory]
    [InlineData("{\"id\":\"evt_1\"", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"evt_x\",\"type\":\"a.b\",\"created\":\"soon\"}", HttpStatusCode.BadRequest)]
    public async Task What_is_signed_but_no_event_is_refused_without_harm(string body, HttpStatusCode expected) =>
        (await SendAsync(body)).ShouldBe(expected);

    [SkippableFact]
    public async Task A_body_that_is_too_large_is_refused_with_and_without_a_length()
    {
        var body = "{\"id\":\"evt_large\",\"x\":\"" + new string('x', 600 * 1024) + "\"}";

        (await SendAsync(body)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await SendAsync(body, chunked: true)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [SkippableFact]
    public async Task The_secret_of_Connect_is_accepted_too()
    {
        var body = CardholderUpdated(DemoSeed.Claire, "active", 1, account: DemoSeed.Lumiere);

        (await SendAsync(body, Webhooks.Sign(body, Sandbox.ConnectWebhookSecret, portal.Time.GetUtcNow()))).ShouldBe(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task Each_secret_counts_only_for_the_events_of_its_endpoint()
    {
        var connected = CardholderUpdated(DemoSeed.Claire, "blocked", 1, account: DemoSeed.Lumiere);
        var own = CardholderUpdated(DemoSeed.Jenny, "blocked", 1);
        var now = portal.Time.GetUtcNow();

        (await SendAsync(connected, Webhooks.Sign(connected, Sandbox.WebhookSecret, now))).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(own, Webhooks.Sign(own, Sandbox.ConnectWebhookSecret, now))).ShouldBe(HttpStatusCode.BadRequest);

        portal.Text($"SELECT COUNT(*) FROM WebhookEvents WHERE Id IN ('{Id(connected)}', '{Id(own)}')").ShouldBe("0");
    }

    [SkippableFact]
    public async Task An_event_of_the_other_mode_is_acknowledged_and_left_aside()
    {
        var holder = await HolderAsync();
        var body = CardholderUpdated(holder, "blocked", 10).Replace("\"livemode\":false", "\"livemode\":true");

        (await SendAsync(body)).ShouldBe(HttpStatusCode.OK);

        portal.Text($"SELECT COUNT(*) FROM WebhookEvents WHERE Id = '{Id(body)}'").ShouldBe("0");
        portal.Logs.Lines.ShouldContain(l => l.Contains("An event of Stripe's other mode was left aside"));
        Status(holder).ShouldBe("Active");
    }

    [SkippableFact]
    public async Task An_event_cannot_move_what_is_known_to_another_account()
    {
        var holder = await HolderAsync();
        var moved = CardholderUpdated(holder, "blocked", 10, account: DemoSeed.Lumiere);

        (await SendAsync(moved)).ShouldBe(HttpStatusCode.OK);

        await UntilStateAsync(moved, "DeadLettered");
        portal.Text($"SELECT AccountId || Status FROM Cardholders WHERE Id = '{holder}'").ShouldBe(DemoSeed.Platform + "Active");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/events")).ShouldContain("Not trusted: its object belongs to another account");
    }

    [SkippableFact]
    public async Task An_event_cannot_give_a_cardholder_a_card_of_another_account()
    {
        var card = Event("issuing_card.created", CardOf("ic_smuggled", "eur", DemoSeed.Jenny), 1, DemoSeed.Lumiere);

        await SendAsync(card);

        await UntilStateAsync(card, "DeadLettered");
        portal.Text("SELECT COUNT(*) FROM Cards WHERE Id = 'ic_smuggled'").ShouldBe("0");
    }

    [SkippableFact]
    public async Task A_card_cannot_replace_a_card_of_another_account()
    {
        var card = CardOf("ic_usurper", "usd", DemoSeed.Jenny);
        card["replacement_for"] = DemoSeed.ClaireVirtual;
        var created = Event("issuing_card.created", card, 1);

        await SendAsync(created);

        await UntilStateAsync(created, "DeadLettered");
        portal.Text("SELECT COUNT(*) FROM Cards WHERE Id = 'ic_usurper'").ShouldBe("0");
    }

    [SkippableFact]
    public async Task An_event_cannot_give_a_known_card_to_another_cardholder()
    {
        var card = await portal.NewCardAsync();
        var stolen = Event("issuing_card.updated", CardOf(card, "usd", DemoSeed.Claire), 10);

        await SendAsync(stolen);

        await UntilStateAsync(stolen, "DeadLettered");
        portal.Text($"SELECT CardholderId FROM Cards WHERE Id = '{card}'").ShouldNotBe(DemoSeed.Claire);
    }

    [SkippableFact]
    public async Task An_event_that_names_the_platform_as_a_connected_account_becomes_a_dead_letter()
    {
        var holder = await HolderAsync();
        var body = CardholderUpdated(holder, "blocked", 10, account: DemoSeed.Platform);

        await SendAsync(body);

        await UntilStateAsync(body, "DeadLettered");
        Status(holder).ShouldBe("Active");
    }

    [SkippableFact]
    public async Task An_event_from_the_future_becomes_a_dead_letter_and_later_ones_count()
    {
        var holder = await HolderAsync();
        var future = CardholderUpdated(holder, "inactive", 301);

        await SendAsync(future);
        await UntilStateAsync(future, "DeadLettered");
        await SendAsync(CardholderUpdated(holder, "blocked", 20));

        await portal.UntilAsync(() => Status(holder) == "Blocked");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/events")).ShouldContain("Not trusted: its date is in the future");
    }

    [SkippableFact]
    public async Task Events_of_an_account_that_Stripe_does_not_list_wait()
    {
        const string account = "acct_1Stranger";
        var body = CardholderUpdated("ich_stranger", "active", 1, account);

        (await SendAsync(body)).ShouldBe(HttpStatusCode.OK);

        await UntilStateAsync(body, "AwaitingAccount");
        portal.Text("SELECT COUNT(*) FROM Cardholders WHERE Id = 'ich_stranger'").ShouldBe("0");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/events")).ShouldContain($"Waits: the account {account} is not known here yet");
    }

    [SkippableFact]
    public async Task The_first_event_of_a_new_account_has_it_imported()
    {
        var account = await new global::Stripe.AccountService(portal.Stripe()).CreateAsync(new global::Stripe.AccountCreateOptions
        {
            Country = "DE",
            DefaultCurrency = "eur",
            BusinessProfile = new() { Name = "Newcomer" },
        });
        var body = CardholderUpdated("ich_newcomer", "active", 1, account.Id);

        await SendAsync(body);

        await UntilStateAsync(body, "Processed");
        portal.Text("SELECT AccountId FROM Cardholders WHERE Id = 'ich_newcomer'").ShouldBe(account.Id);
    }

    [SkippableFact]
    public async Task An_event_told_twice_is_handled_once_and_an_older_one_changes_nothing()
    {
        var holder = await HolderAsync();
        var (newer, older) = (CardholderUpdated(holder, "blocked", 20), CardholderUpdated(holder, "inactive", 10));

        await SendAsync(newer);
        await SendAsync(newer);
        await SendAsync(older);
        await portal.UntilAsync(() => portal.Text($"SELECT State FROM WebhookEvents WHERE Id = '{Id(older)}'") == "Processed");

        Status(holder).ShouldBe("Blocked");
        portal.Text($"SELECT COUNT(*) FROM WebhookEvents WHERE Id = '{Id(newer)}'").ShouldBe("1");
    }

    [SkippableFact]
    public async Task Stripe_is_asked_which_of_two_states_of_one_second_is_later()
    {
        var holder = await HolderAsync();
        portal.Time.Advance(TimeSpan.FromSeconds(60));
        await SendAsync(CardholderUpdated(holder, "blocked", -30));
        await portal.UntilAsync(() => Status(holder) == "Blocked");
        await SendAsync(CardholderUpdated(holder, "inactive", -30));

        // At Stripe the cardholder is active.
        await portal.UntilAsync(() => Status(holder) == "Active");
    }

    [SkippableFact]
    public async Task An_unknown_type_is_kept_and_acknowledged()
    {
        var body = Event("balance.available", new JsonObject { ["object"] = "balance" }, 5);

        (await SendAsync(body)).ShouldBe(HttpStatusCode.OK);

        await portal.UntilAsync(() => portal.Text($"SELECT State FROM WebhookEvents WHERE Id = '{Id(body)}'") == "Ignored");
    }

    [SkippableFact]
    public async Task An_event_that_keeps_failing_becomes_a_dead_letter_that_a_platform_admin_may_retry()
    {
        var body = Event("issuing_card.updated", new JsonObject { ["id"] = "ic_broken", ["object"] = "issuing.card" }, 5);
        await SendAsync(body);
        for (var i = 0; i < 8; i++)
        {
            var tries = portal.Text($"SELECT Tries FROM WebhookEvents WHERE Id = '{Id(body)}'");
            if (portal.Text($"SELECT State FROM WebhookEvents WHERE Id = '{Id(body)}'") == "DeadLettered")
                break;
            await portal.UntilAsync(() =>
            {
                portal.Time.Advance(TimeSpan.FromMinutes(20));
                return portal.Text($"SELECT Tries FROM WebhookEvents WHERE Id = '{Id(body)}'") != tries;
            });
        }

        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var lea = await portal.SignedInAsync("lea@demo.test");
        (await ada.GetAsync("/events")).ShouldContain(Id(body));
        await lea.GetAsync("/events", HttpStatusCode.Forbidden);
        // Meanwhile the others have gone on.
        var holder = await HolderAsync();
        await SendAsync(CardholderUpdated(holder, "blocked", 10));
        await portal.UntilAsync(() => Status(holder) == "Blocked");

        using var retried = await ada.Http.PostAsync("/events", new FormUrlEncodedContent(
            [new("retry", Id(body)), new("__RequestVerificationToken", ada.Token)]));
        retried.StatusCode.ShouldBe(HttpStatusCode.Found);
        await portal.UntilAsync((
            ) => portal.Text($"SELECT Tries || State FROM WebhookEvents WHERE Id = '{Id(body)}'") is "1Waiting" or "0Waiting");
        portal.Audit(Id(body)).ShouldHaveSingleItem().Action.ShouldBe("event.retry");
    }

    [SkippableFact]
    public async Task Thousands_of_events_twice_over_and_in_any_order_end_as_they_would_in_order()
    {
        const int each = 50;
        var random = new Random(7);
        string[] states = ["active", "inactive", "blocked"];
        var ids = Enumerable.Range(0, Holders).Select(i => $"ich_shuffled{i}").ToList();
        var events = new List<string>();
        var last = new Dictionary<string, string>();
        for (var at = 1; at <= each; at++)
        {
            foreach (var id in ids)
            {
                last[id] = states[random.Next(3)];
                events.Add(CardholderUpdated(id, last[id], at));
            }
        }

        events.AddRange(events.ToList());
        var shuffled = events.OrderBy(_ => random.Next()).ToArray();

        await Parallel.ForEachAsync(shuffled, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (body, _) =>
            (await SendAsync(body)).ShouldBe(HttpStatusCode.OK));
        for (
            var deadline =
            DateTime.UtcNow.AddSeconds(120); portal.Text(
            "SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting' AND Id LIKE 'evt_ich%'") != "0" && DateTime.UtcNow < deadline;)
            await Task.Delay(100);

        portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Processed' AND Id LIKE 'evt_ich_shuffled%'")
            .ShouldBe((Holders * each).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var id in ids)
            Status(id)!.ToLowerInvariant().ShouldBe(last[id], id);
    }

    [SkippableFact]
    public async Task What_was_missed_while_nobody_listened_is_asked_for()
    {
        portal.Sandbox.Webhooks.Paused = true;
        var card = await new global::Stripe.Issuing.CardService(portal.Stripe()).CreateAsync(
            new global::Stripe.Issuing.CardCreateOptions { Cardholder = DemoSeed.Nia, Currency = "usd", Type = "virtual" });

        portal.Time.Advance(TimeSpan.FromMinutes(6));

        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Cards WHERE Id = '{card.Id}'") is not null);
        portal.Sandbox.Webhooks.Paused = false;
    }

    [SkippableFact]
    public async Task The_sandbox_sends_again_what_was_not_taken()
    {
        var card = await portal.NewCardAsync();
        portal.Execute("ALTER TABLE WebhookEvents RENAME TO Elsewhere");
        await new global::Stripe.Issuing.CardService(portal.Stripe())
            .UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "inactive" });
        // Each database has its own words for it.
        await portal.UntilAsync(() => portal.Logs.Lines.Any(l =>
            l.Contains("no such table: WebhookEvents") || l.Contains("relation \"WebhookEvents\" does not exist")));
        portal.Execute("ALTER TABLE Elsewhere RENAME TO WebhookEvents");

        await portal.UntilAsync(() =>
        {
            portal.Time.Advance(TimeSpan.FromSeconds(10));
            return portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Inactive";
        });
    }

    private async Task<string> HolderAsync()
    {
        var options = new global::Stripe.Issuing.CardholderCreateOptions
        {
            Name = "Event Person",
            Individual = new() { FirstName = "Event", LastName = "Person" },
            Billing = new() { Address = new() { Line1 = "1", City = "C", PostalCode = "1", Country = "US" } },
        };
        var holder = await new global::Stripe.Issuing.CardholderService(portal.Stripe()).CreateAsync(options);
        await portal.UntilAsync(() => Status(holder.Id) is not null);
        return holder.Id;
    }

    private Task UntilStateAsync(string body, string state) =>
        portal.UntilAsync(() => portal.Text($"SELECT State FROM WebhookEvents WHERE Id = '{Id(body)}'") == state);

    private string? Status(string holder) => portal.Text($"SELECT Status FROM Cardholders WHERE Id = '{holder}'");

    private static JsonObject CardOf(string id, string currency, string holder) => new()
    {
        ["id"] = id,
        ["object"] = "issuing.card",
        ["last4"] = "4242",
        ["currency"] = currency,
        ["brand"] = "Visa",
        ["type"] = "virtual",
        ["status"] = "active",
        ["exp_month"] = 1,
        ["exp_year"] = 2040,
        ["created"] = 1,
        ["cardholder"] = new JsonObject { ["id"] = holder, ["object"] = "issuing.cardholder", ["name"] = "Somebody" },
    };

    /// <summary>An event of a cardholder, so many seconds from now.</summary>
    private string CardholderUpdated(string holder, string status, int seconds, string? account = null) => Event(
        "issuing_cardholder.updated",
        new JsonObject { ["id"] = holder, ["object"] = "issuing.cardholder", ["name"] = "Event Person", ["status"] = status },
        seconds, account);

    private string Event(string type, JsonObject content, int seconds, string? account = null) => new JsonObject
    {
        ["id"] = $"evt_{content["id"]}_{seconds}_{content["status"]}_{Guid.NewGuid():N}",
        ["object"] = "event",
        ["type"] = type,
        ["account"] = account,
        ["livemode"] = false,
        ["created"] = portal.Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds(),
        ["data"] = new JsonObject { ["object"] = content },
    }.ToJsonString();

    private static string Id(string body) => JsonNode.Parse(body)!["id"]!.GetValue<string>();

    private async Task<HttpStatusCode> SendAsync(string body, string? signature = null, bool isSigned = true, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        // What is too large is refused before it is sent, not while the pipe breaks.
        request.Headers.ExpectContinue = body.Length > 100_000 && !chunked;
        if (isSigned)
            signature ??= Webhooks.Sign(
                body, body.Contains("\"account\":\"acct_") ? Sandbox.ConnectWebhookSecret : Sandbox.WebhookSecret,
                portal.Time.GetUtcNow());
        if (signature is not null)
            request.Headers.Add("Stripe-Signature", signature);
        using var response = await _stripe.SendAsync(request);
        return response.StatusCode;
    }
}
