using System.Net;
using System.Text.RegularExpressions;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using static CleanIssuing.IntegrationTests.Common.PageText;

namespace CleanIssuing.IntegrationTests.Cards;

public abstract class ManageCardsTests(PortalFixture portal)
{
    [SkippableFact]
    public async Task A_cardholder_freezes_and_unfreezes_their_own_card()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        (await PressAsync(jenny, card, "Freeze")).ShouldBe(HttpStatusCode.Found);
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
        (await jenny.GetAsync("/cards/" + card)).ShouldContain("You froze this card");
        (await PressAsync(jenny, card, "Unfreeze")).ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
        portal.Audit(card).Select(l => l.Action + " " + l.Outcome).ShouldBe(["card.freeze Succeeded", "card.unfreeze Succeeded"]);
    }

    [SkippableFact]
    public async Task Only_an_admin_unfreezes_what_an_admin_froze()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        await PressAsync(ada, card, "Freeze");

        (await PressAsync(jenny, card, "Unfreeze")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await jenny.GetAsync("/cards/" + card)).ShouldContain("frozen by an admin");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
        (await PressAsync(ada, card, "Unfreeze")).ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task An_admin_holds_a_card_that_its_cardholder_froze_first()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await PressAsync(jenny, card, "Freeze")).ShouldBe(HttpStatusCode.Found);

        (await PressAsync(ada, card, "Freeze")).ShouldBe(HttpStatusCode.Found);

        (await PressAsync(jenny, card, "Unfreeze")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PressAsync(ada, card, "Unfreeze")).ShouldBe(HttpStatusCode.Found);
    }

    [SkippableTheory]
    [InlineData("/cards/issue?account=" + DemoSeed.Platform, "Activate")]
    [InlineData("/cards/" + DemoSeed.JennyVirtual + "/simulate", "CardPresent")]
    public async Task A_check_box_that_is_neither_true_nor_false_is_told(string page, string field)
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var (status, body) = await ada.SendAsync((await ada.FormAsync(page, field)).With(field, "banana"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("banana");
    }

    [SkippableTheory]
    [InlineData("utf-7")]
    [InlineData("csUnicode11UTF7")]
    public async Task A_form_in_a_charset_that_cannot_be_read_is_refused(string charset)
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var body = (await ada.FormAsync($"/cards/{DemoSeed.JennyVirtual}/simulate", "Merchant")).Content;
        body.Headers.ContentType = new("application/x-www-form-urlencoded") { CharSet = charset };

        using var answer = await ada.Http.PostAsync($"/cards/{DemoSeed.JennyVirtual}/simulate", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_part_of_a_form_in_a_charset_that_cannot_be_read_is_refused()
    {
        using var anyone = portal.Anyone();
        using var part = new StringContent("x");
        part.Headers.ContentType = new("text/plain") { CharSet = "utf-7" };
        using var body = new MultipartFormDataContent { { part, "a" } };

        (await anyone.Http.PostAsync("/sign-in", body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task A_cardholder_cannot_unfreeze_a_card_that_was_never_active_nor_activate_it()
    {
        using var omar = await portal.SignedInAsync("omar@demo.test");

        (await PressAsync(omar, DemoSeed.OmarShipping, "Unfreeze")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PressAsync(omar, DemoSeed.OmarShipping, "Activate")).ShouldBe(HttpStatusCode.BadRequest);
        var (status, body) = await ActivateAsync(omar, DemoSeed.OmarShipping, (await portal.AtStripeAsync(DemoSeed.OmarShipping)).Last4);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("once it has been delivered");
    }

    [SkippableFact]
    public async Task A_cardholder_activates_a_delivered_card_by_typing_its_last_digits()
    {
        var card = await DeliveredAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await jenny.GetAsync("/cards/" + card)).ShouldContain("Activate your card");

        var (wrong, body) = await ActivateAsync(jenny, card, "0000");
        wrong.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("not the last four digits");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
        (await ActivateAsync(jenny, card, (await portal.AtStripeAsync(card)).Last4)).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
        (await jenny.GetAsync("/cards/" + card)).ShouldNotContain("Activate your card");
    }

    [SkippableFact]
    public async Task A_cardholder_cannot_activate_a_card_that_was_stopped_at_Stripe()
    {
        var card = await DeliveredAsync();
        foreach (var status in new[] { "active", "inactive" })
        {
            await new global::Stripe.Issuing.CardService(portal.Stripe())
                .UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = status });
            await portal.UntilAsync(() => string.Equals(
                portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'"), status, StringComparison.OrdinalIgnoreCase));
        }

        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        (await jenny.GetAsync("/cards/" + card)).ShouldNotContain("Activate your card");
        (await ActivateAsync(jenny, card, (await portal.AtStripeAsync(card)).Last4)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
    }

    [SkippableFact]
    public async Task An_admin_activates_a_card_that_has_arrived()
    {
        var card = await DeliveredAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/cards/" + card)).ShouldContain($"class=\"btn btn-primary\" href=\"/cards/{card}/activate\"");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        await jenny.GetAsync($"/cards/{card}/activate", HttpStatusCode.Forbidden);
        using var lea = await portal.SignedInAsync("lea@demo.test");
        await lea.GetAsync($"/cards/{card}/activate", HttpStatusCode.NotFound);

        (await ada.LedToAsync(await ada.FormAsync($"/cards/{card}/activate", "RequestId"), null)).ShouldBe("/cards/" + card);

        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
    }

    [SkippableFact]
    public async Task An_admin_is_not_led_to_activate_a_card_that_is_on_its_way()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var page = await ada.GetAsync("/cards/" + DemoSeed.OmarShipping);

        page.ShouldContain("Activate before it arrives");
        page.ShouldNotContain($"class=\"btn btn-primary\" href=\"/cards/{DemoSeed.OmarShipping}/activate\"");
        (await ada.GetAsync($"/cards/{DemoSeed.OmarShipping}/activate")).ShouldContain("whoever opens the envelope can use it");
    }

    [SkippableFact]
    public async Task A_cardholder_reports_a_card_stolen_by_typing_its_last_digits()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var form = (await jenny.FormAsync($"/cards/{card}/report", "Confirmation")).With("Reason", "stolen");

        var (wrong, body) = await jenny.SendAsync(form.With("Confirmation", "0000"));
        wrong.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("not the last four digits");
        WebForm.Read(body, form.Action, "Confirmation")["Reason"].ShouldBe("stolen");
        (await jenny.SendAsync(form.With("Confirmation", (await portal.AtStripeAsync(card)).Last4))).Status.ShouldBe(HttpStatusCode.Found);

        var now = await portal.AtStripeAsync(card);
        (now.Status, now.CancellationReason).ShouldBe(("canceled", "stolen"));
        (await jenny.GetAsync("/cards/" + card)).ShouldContain("canceled because it was stolen");
    }

    [SkippableFact]
    public async Task A_card_is_canceled_without_saying_that_it_was_lost()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var last4 = (await portal.AtStripeAsync(card)).Last4;
        var report = (await jenny.FormAsync($"/cards/{card}/report", "Confirmation")).With("Confirmation", last4);
        (await jenny.SendAsync(report)).Body.ShouldContain("lost or stolen");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");

        var form = await jenny.FormAsync($"/cards/{card}/cancel", "Confirmation");
        (await jenny.SendAsync(form.With("Confirmation", last4))).Status.ShouldBe(HttpStatusCode.Found);

        var now = await portal.AtStripeAsync(card);
        (now.Status, now.CancellationReason).ShouldBe(("canceled", null));
    }

    [SkippableTheory]
    [InlineData("replace")]
    [InlineData("simulate")]
    [InlineData("controls/history")]
    public async Task A_cardholder_may_do_nothing_more(string page)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        await jenny.GetAsync($"/cards/{DemoSeed.JennyVirtual}/{page}", HttpStatusCode.Forbidden);
        await jenny.GetAsync($"/cards/{DemoSeed.OmarVirtual}/{page}", HttpStatusCode.NotFound);
        await jenny.GetAsync("/cards", HttpStatusCode.Forbidden);
        await jenny.GetAsync("/cards/issue", HttpStatusCode.Forbidden);
        await jenny.GetAsync("/audit", HttpStatusCode.Forbidden);
        await jenny.GetAsync("/cardholders", HttpStatusCode.Forbidden);
        await jenny.GetAsync("/events", HttpStatusCode.Forbidden);
    }

    [SkippableFact]
    public async Task A_virtual_card_is_issued_once_however_often_the_button_is_clicked()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var before = CardsOf(DemoSeed.Nia);
        var form = (await ada.FormAsync("/cards/issue?account=" + DemoSeed.Platform, "RequestId"))
            .With("Cardholder", DemoSeed.Nia).With("Type", "virtual").With("Currency", "usd").With("Activate", "true");

        var answers = await Task.WhenAll(ada.SendAsync(form), ada.SendAsync(form));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Found);
        CardsOf(DemoSeed.Nia).ShouldBe(before + 1);
    }

    [SkippableFact]
    public async Task A_physical_card_wants_an_address_and_keeps_what_was_typed()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var form = (await lea.FormAsync("/cards/issue?account=" + DemoSeed.Lumiere, "RequestId"))
            .With("Cardholder", DemoSeed.Luc).With("Type", "physical").With("Shipping.Line1", "1 rue du Port");
        form["Currency"].ShouldBe("EUR");

        var (status, body) = await lea.SendAsync(form);
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("Enter the city.");
        var again = WebForm.Read(body, form.Action, "RequestId");
        again["Shipping.Line1"].ShouldBe("1 rue du Port");
        again.With("Shipping.Name", "Luc Bernard").With("Shipping.City", "Lyon").With("Shipping.PostalCode", "69001")
            .With("Shipping.Country", "FR");
        (await lea.SendAsync(again)).Status.ShouldBe(HttpStatusCode.Found);

        var id = portal.Text($"SELECT Id FROM Cards WHERE CardholderId = '{DemoSeed.Luc}' ORDER BY CreatedAt DESC")!;
        var card = await portal.AtStripeAsync(id, DemoSeed.Lumiere);
        (card.Type, card.Status, card.Shipping.Address.City).ShouldBe(("physical", "inactive", "Lyon"));
    }

    [SkippableFact]
    public async Task A_card_whose_issue_Stripe_confirmed_too_late_is_found_and_not_issued_twice()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var before = CardsOf(DemoSeed.Nia);
        var form = (await ada.FormAsync("/cards/issue?account=" + DemoSeed.Platform, "RequestId"))
            .With("Cardholder", DemoSeed.Nia).With("Type", "virtual").With("Currency", "usd");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerErrorAfter, "/v1/issuing/cards", 1, Method: "POST"));

        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);

        CardsOf(DemoSeed.Nia).ShouldBe(before + 1);
    }

    [SkippableFact]
    public async Task A_lost_card_is_canceled_and_its_replacement_has_the_same_controls()
    {
        var card = await portal.NewCardAsync();
        await new global::Stripe.Issuing.CardService(portal.Stripe()).UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions
        {
            SpendingControls = new() { BlockedCategories = ["florists"], SpendingLimits = [new() { Amount = 777, Interval = "weekly" }] },
        });
        await portal.UntilAsync(() => portal.Text($"SELECT SpendingControls FROM Cards WHERE Id = '{card}'")!.Contains("777"));
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = await ada.FormAsync($"/cards/{card}/replace", "RequestId");

        (await ada.SendAsync(form.With("Reason", "lost"))).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(card)).CancellationReason.ShouldBe("lost");
        var replacement = await portal.AtStripeAsync(portal.Text($"SELECT Id FROM Cards WHERE ReplacementFor = '{card}'")!);
        replacement.SpendingControls.BlockedCategories.ShouldBe(["florists"]);
        replacement.SpendingControls.SpendingLimits.ShouldHaveSingleItem().Amount.ShouldBe(777);
        replacement.ReplacementReason.ShouldBe("lost");
        (await ada.GetAsync("/cards/" + card)).ShouldContain("Replaced by");
        (await ada.GetAsync($"/cards/{card}/replace")).ShouldContain("replaced already");
        (await ada.SendAsync(form.With("Reason", "lost").With("RequestId", "another"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [SkippableFact]
    public async Task A_lost_card_is_canceled_and_the_page_says_so_when_its_replacement_fails()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = (await ada.FormAsync($"/cards/{card}/replace", "RequestId")).With("Reason", "lost");
        // The cancellation goes through, the new card does not.
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, "/v1/issuing/cards", 1, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cards", 1, Method: "POST"));

        var (status, body) = await ada.SendAsync(form);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldContain("was canceled. Its replacement was not issued yet: try the replacement again.");
        (await portal.AtStripeAsync(card)).CancellationReason.ShouldBe("lost");
        body.ShouldNotContain("value=\"stolen\"");
        (await ada.SendAsync(WebForm.Read(body, form.Action, "RequestId").With("Reason", "lost"))).Status.ShouldBe(HttpStatusCode.Found);
        portal.Text($"SELECT COUNT(*) FROM Cards WHERE ReplacementFor = '{card}'").ShouldBe("1");
    }

    [SkippableFact]
    public async Task An_expiring_virtual_card_keeps_its_number_and_is_canceled_by_its_replacement_at_once()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = await ada.FormAsync($"/cards/{card}/replace", "RequestId");
        portal.Sandbox.Webhooks.Paused = true;
        try
        {
            (await ada.SendAsync(form.With("Reason", "expired"))).Status.ShouldBe(HttpStatusCode.Found);

            portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Canceled");
        }
        finally
        {
            portal.Sandbox.Webhooks.Paused = false;
        }

        var replacement = await portal.AtStripeAsync(portal.Text($"SELECT Id FROM Cards WHERE ReplacementFor = '{card}'")!);
        (replacement.Last4, replacement.Status).ShouldBe(((await portal.AtStripeAsync(card)).Last4, "active"));
    }

    [SkippableFact]
    public async Task A_damaged_card_works_until_its_replacement_is_activated()
    {
        var card = await portal.NewCardAsync(type: "physical");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = (await ada.FormAsync($"/cards/{card}/replace", "RequestId")).With("Reason", "damaged")
            .With("Shipping.Line1", "1 Main St").With("Shipping.City", "Austin").With("Shipping.PostalCode", "78701")
            .With("Shipping.Country", "US");
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        var replacement = portal.Text($"SELECT Id FROM Cards WHERE ReplacementFor = '{card}'")!;
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
        portal.Sandbox.Webhooks.Paused = true;
        try
        {
            (await PressAsync(ada, replacement, "Activate")).ShouldBe(HttpStatusCode.Found);

            portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Canceled");
        }
        finally
        {
            portal.Sandbox.Webhooks.Paused = false;
        }
    }

    [SkippableFact]
    public async Task A_replacement_with_the_number_of_a_card_stolen_since_is_not_activated()
    {
        var card = await portal.NewCardAsync(type: "physical");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = (await ada.FormAsync($"/cards/{card}/replace", "RequestId")).With("Reason", "damaged")
            .With("Shipping.Line1", "1 Main St").With("Shipping.City", "Austin").With("Shipping.PostalCode", "78701")
            .With("Shipping.Country", "US");
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        var replacement = portal.Text($"SELECT Id FROM Cards WHERE ReplacementFor = '{card}'")!;
        var report = (await ada.FormAsync($"/cards/{card}/report", "Confirmation")).With("Reason", "stolen")
            .With("Confirmation", (await portal.AtStripeAsync(card)).Last4);
        (await ada.SendAsync(report)).Status.ShouldBe(HttpStatusCode.Found);

        (await PressAsync(ada, replacement, "Activate")).ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await portal.AtStripeAsync(replacement)).Status.ShouldBe("inactive");
        (await ada.GetAsync($"/cards/{replacement}/replace")).ShouldContain("value=\"stolen\"");
    }

    [SkippableFact]
    public async Task A_card_is_replaced_only_for_what_Stripe_takes()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = await ada.FormAsync($"/cards/{card}/replace", "RequestId");
        (await ada.GetAsync($"/cards/{card}/replace")).ShouldNotContain("value=\"damaged\"");
        (await ada.SendAsync(form.With("Reason", "damaged"))).Body.ShouldContain("only a physical card can be damaged");

        await new global::Stripe.Issuing.CardService(portal.Stripe()).UpdateAsync(
            card, new global::Stripe.Issuing.CardUpdateOptions { Status = "canceled", CancellationReason = "stolen" });
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Canceled");

        var page = await ada.GetAsync($"/cards/{card}/replace");
        page.ShouldNotContain("value=\"lost\"");
        page.ShouldNotContain("value=\"expired\"", customMessage: "it would keep the stolen number");
        page.ShouldContain("value=\"stolen\"");
        (await ada.SendAsync(form.With("Reason", "lost"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        portal.Text($"SELECT COUNT(*) FROM Cards WHERE ReplacementFor = '{card}'").ShouldBe("0");
    }

    [SkippableFact]
    public async Task Limits_go_on_counting_what_was_spent_with_the_replaced_card_and_what_was_captured()
    {
        var card = await portal.NewCardAsync();
        var purchases = new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe());
        var bought = await purchases.CreateAsync(new() { Card = card, Amount = 50_00, Currency = "usd" });
        await purchases.CaptureAsync(bought.Id, new() { CaptureAmount = 20_00, CloseAuthorization = false });
        await purchases.CaptureAsync(bought.Id, new() { CaptureAmount = 10_00 });
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Transactions WHERE AuthorizationId = '{bought.Id}'") == "2");
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Authorizations WHERE Id = '{bought.Id}'") == "Closed");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/cards/" + card)).ShouldContain("$30.00 of $500.00 today");

        var form = (await ada.FormAsync($"/cards/{card}/replace", "RequestId")).With("Reason", "expired");
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);

        var replacement = portal.Text($"SELECT Id FROM Cards WHERE ReplacementFor = '{card}'")!;
        (await ada.GetAsync("/cards/" + replacement)).ShouldContain("$30.00 of $500.00 today");
        var (_, preview) = await ada.SendAsync(
            (await ada.FormAsync($"/cards/{replacement}/controls", "LimitAmount")).With("LimitAmount", "0"), "preview");
        preview.ShouldMatch(">1</span>\\s+of 1 purchase would");
    }

    [SkippableFact]
    public async Task The_list_is_searched_filtered_and_exported()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var last4 = (await portal.AtStripeAsync(DemoSeed.JennyVirtual)).Last4;

        (await ada.GetAsync("/cards?text=" + last4)).ShouldContain(DemoSeed.JennyVirtual);
        var byName = await ada.GetAsync("/cards?text=ENNY&status=active&type=physical&sort=name");
        byName.ShouldContain(DemoSeed.JennyPhysical);
        byName.ShouldNotContain(DemoSeed.JennyVirtual);
        (await ada.GetAsync("/cards?text=100%25")).ShouldContain("No cards match");
        await ada.GetAsync("/cards?status=nonsense", HttpStatusCode.BadRequest);

        using var csv = await ada.Http.GetAsync("/cards/export.csv?text=jenny");
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n");
        lines[0].ShouldContain("\"card\",\"last4\",\"type\",\"status\"");
        lines.ShouldContain(l => l.StartsWith(
            $"\"{DemoSeed.JennyVirtual}\",\"{last4}\",\"virtual\",\"active\"", StringComparison.Ordinal));
        lines.ShouldNotContain(l => l.Contains("Omar"));
    }

    [SkippableTheory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("name")]
    [InlineData("namedescending")]
    [InlineData("last4")]
    [InlineData("last4descending")]
    [InlineData("status")]
    [InlineData("statusdescending")]
    [InlineData("expiry")]
    [InlineData("expirydescending")]
    public async Task Pages_follow_each_other_without_a_gap_or_a_double(string sort)
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var search = scope.ServiceProvider.GetRequiredService<Application.Cards.ICardSearch>();
        var query = new Application.Cards.CardQuery(
            [AccountId.Parse(DemoSeed.Lumiere), AccountId.Parse(DemoSeed.Sakura)],
            Sort: Enum.Parse<Application.Cards.CardSort>(sort, ignoreCase: true));
        var all = await search.PageAsync(query, null, null, 1000, CancellationToken.None);
        var keys = all.Select(v => sort.Replace("descending", "") switch
        {
            "name" => v.Card.CardholderName,
            "last4" => v.Card.Last4,
            "status" => v.Card.Status.ToString(),
            "expiry" => $"{v.Card.ExpYear}-{v.Card.ExpMonth:00}",
            _ => v.Card.CreatedAt.ToString("O"),
        }).ToList();
        keys.ShouldBe(sort.EndsWith("descending") || sort == "newest"
            ? keys.OrderDescending(StringComparer.OrdinalIgnoreCase)
            : keys.Order(StringComparer.OrdinalIgnoreCase));

        var paged = new List<string>();
        for (CardId? after = null; ;)
        {
            var page = await search.PageAsync(query, after, null, 2, CancellationToken.None);
            paged.AddRange(page.Select(v => v.Card.Id.Value));
            if (page.Count < 2)
                break;
            after = page[^1].Card.Id;
        }

        paged.ShouldBe(all.Select(v => v.Card.Id.Value));
        var back = await search.PageAsync(query, null, all[^1].Card.Id, 2, CancellationToken.None);
        back.Select(v => v.Card.Id).ShouldBe(all.SkipLast(1).TakeLast(2).Select(v => v.Card.Id), "the two before the last, in order");
        (await search.CountAsync(query, 1000, CancellationToken.None)).ShouldBe(all.Count);
        (await search.CountAsync(query, 2, CancellationToken.None)).ShouldBe(2);
        (await search.ListIdsAsync(query, 3, CancellationToken.None)).ShouldBe(all.Take(3).Select(v => v.Card.Id));
    }

    [SkippableFact]
    public async Task Cardholders_have_a_list_and_a_page_which_other_admins_do_not_see()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var lea = await portal.SignedInAsync("lea@demo.test");

        (await ada.GetAsync("/cardholders?text=omar")).ShouldContain("/cardholders/" + DemoSeed.Omar);
        (await ada.GetAsync("/cardholders/" + DemoSeed.Omar)).ShouldContain(DemoSeed.OmarVirtual);
        await lea.GetAsync("/cardholders/" + DemoSeed.Omar, HttpStatusCode.NotFound);
        await lea.GetAsync("/cardholders/nonsense", HttpStatusCode.NotFound);
        (await lea.GetAsync("/cardholders")).ShouldNotContain(DemoSeed.Omar);
    }

    [SkippableFact]
    public async Task The_audit_log_is_filtered_exported_and_kept_to_the_accounts_one_manages()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var lea = await portal.SignedInAsync("lea@demo.test");
        await PressAsync(ada, card, "Freeze");

        (await ada.GetAsync($"/audit?subject={card}&action=card&outcome=succeeded&actor=ADMIN@")).ShouldContain("card.freeze");
        (await ada.GetAsync($"/audit?subject={card}&outcome=failed")).ShouldContain("Nothing matches");
        (await lea.GetAsync($"/audit?subject={card}")).ShouldContain("Nothing matches");
        (await (await ada.Http.GetAsync("/audit/export.csv?subject=" + card)).Content.ReadAsStringAsync())
            .ShouldContain($"\"card.freeze\",\"{card}\"");
        (await (await lea.Http.GetAsync("/audit/export.csv")).Content.ReadAsStringAsync()).ShouldNotContain(card);
    }

    [SkippableFact]
    public async Task A_refusal_stands_in_the_log_of_the_account_it_was_about()
    {
        using var vera = await portal.SignedInAsync("vera@demo.test");
        (await PressAsync(vera, DemoSeed.ClaireVirtual, "Freeze")).ShouldBe(HttpStatusCode.Forbidden);

        portal.Audit(DemoSeed.ClaireVirtual).Last(l => l.Outcome == "Denied").Account.ShouldBe(DemoSeed.Lumiere);
        using var lea = await portal.SignedInAsync("lea@demo.test");
        (await lea.GetAsync("/audit?outcome=denied&subject=" + DemoSeed.ClaireVirtual)).ShouldContain("vera@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/audit?outcome=denied&subject=" + DemoSeed.ClaireVirtual)).ShouldNotContain("vera@demo.test");
    }

    [SkippableFact]
    public async Task An_aborted_export_is_not_audited_as_done()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var subject = DemoSeed.Lumiere;
        (await (await lea.Http.GetAsync("/cards/export.csv?account=" + subject)).Content.ReadAsStringAsync()).ShouldContain("ic_");
        portal.Audit(subject).Last(l => l.Action == "cards.export").Outcome.ShouldBe("Succeeded");

        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAs(Actor.Person(UserId("lea@demo.test"), "lea@demo.test", null));
        var rows = await scope.ServiceProvider.GetRequiredService<ISender>()
            .Send(new ExportCards(new CardFilter { Account = AccountId.Parse(subject) }));
        portal.Audit(subject).Last(l => l.Action == "cards.export").Outcome.ShouldBe("Started");
        await foreach (var _ in rows)
            break;

        var line = portal.Audit(subject).Last(l => l.Action == "cards.export");
        (line.Outcome, line.Reason).ShouldBe(("Failed", "canceled"));
    }

    [SkippableFact]
    public async Task The_cardholder_one_comes_from_is_offered_and_chosen_however_many_there_are()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        for (var i = 0; i < GetCardholders.PageSize + 5; i++)
            portal.Execute(
                "INSERT INTO Cardholders (Id, AccountId, Name, Status, SpendingControls, AsOf) SELECT "
                + $"'ich_many{i}', AccountId, 'Aaa {i:00}', Status, SpendingControls, AsOf FROM Cardholders WHERE Id = '{DemoSeed.Omar}'");
        try
        {
            var form = await ada.FormAsync($"/cards/issue?account={DemoSeed.Platform}&cardholder={DemoSeed.Omar}", "RequestId");
            form["Cardholder"].ShouldBe(DemoSeed.Omar);
        }
        finally
        {
            portal.Execute("DELETE FROM Cardholders WHERE Id LIKE 'ich_many%'");
        }
    }

    [SkippableFact]
    public async Task The_overview_and_the_holders_home_tell_of_every_card_to_activate()
    {
        var (first, second) = (await DeliveredAsync(), await DeliveredAsync());
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var waiting = portal.Text(
            "SELECT COUNT(*) FROM Cards WHERE Status = 'Inactive' AND ShippingStatus = 'Delivered' AND NOT HasBeenActive "
            + $"AND AccountId = '{DemoSeed.Platform}'");

        var overview = Plain(await ada.GetAsync("/"));
        overview.ShouldContain($"{waiting} cards delivered, not activated");
        overview.ShouldContain($"{waiting} to activate");
        var needing = await ada.GetAsync("/cards?need=activation");
        foreach (var card in new[] { first, second })
        {
            needing.ShouldContain("/cards/" + card);
            (await jenny.GetAsync("/")).ShouldContain($"href=\"/cards/{card}\">Activate card");
        }
    }

    [SkippableFact]
    public async Task Cardholders_are_counted_sorted_and_paged_both_ways()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        for (var i = 0; i < GetCardholders.PageSize + 5; i++)
            portal.Execute(
                "INSERT INTO Cardholders (Id, AccountId, Name, Email, Status, SpendingControls, AsOf) SELECT "
                + $"'ich_many{i}', AccountId, 'Paged {i / 2:00}', '{99 - i}@paged.test', Status, SpendingControls, AsOf "
                + $"FROM Cardholders WHERE Id = '{DemoSeed.Omar}'");
        try
        {
            foreach (var sort in new[] { "name", "namedescending", "email", "emaildescending" })
            {
                var first = await ada.GetAsync("/cardholders?text=paged&sort=" + sort);
                first.ShouldContain($"{GetCardholders.PageSize} of {GetCardholders.PageSize + 5} cardholders");
                first.ShouldNotContain("rel=\"prev\"");
                var second = await ada.GetAsync(Following(first, "next"));
                second.ShouldNotContain("rel=\"next\"");
                List<string> all = [.. Ids(first), .. Ids(second)];
                all.Distinct().Count().ShouldBe(GetCardholders.PageSize + 5, sort);
                Ids(await ada.GetAsync(Following(second, "prev"))).ShouldBe(Ids(first), sort);
                (all[0], all[^1]).ShouldBe(sort switch
                {
                    "name" => ("ich_many0", "ich_many54"),
                    "namedescending" => ("ich_many54", "ich_many0"),
                    "email" => ("ich_many54", "ich_many0"),
                    _ => ("ich_many0", "ich_many54"),
                });
            }

            await ada.GetAsync("/cardholders?sort=sideways", HttpStatusCode.BadRequest);
            // As a code too, like every choice in an address.
            await ada.GetAsync("/cardholders?sort=name_descending");
            await ada.GetAsync("/cardholders?after=" + DemoSeed.Claire, HttpStatusCode.BadRequest);
        }
        finally
        {
            portal.Execute("DELETE FROM Cardholders WHERE Id LIKE 'ich_many%'");
        }

        static List<string> Ids(string page) =>
            [.. Regex.Matches(page, "href=\"/cardholders/(ich_many[0-9]+)\"").Select(m => m.Groups[1].Value)];

        static string Following(string page, string rel) =>
            WebUtility.HtmlDecode(Regex.Match(page, $"rel=\"{rel}\" href=\"([^\"]+)\"").Groups[1].Value);
    }

    [SkippableFact]
    public async Task What_is_left_to_spend_counts_the_limits_of_card_and_cardholder()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        var other = await portal.NewCardAsync(DemoSeed.Nia);
        await LimitAsync(card, ("weekly", 100_00, null), ("per_authorization", 60_00, null), ("daily", 1_00, "florists"));
        await LimitAsync(other, ("monthly", 900_00, null));
        await BuyAsync(card, 30_00);
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await LeftAsync(card)).ShouldBe("$70.00 left of $100.00 this week");
        (await LeftAsync(other)).ShouldBe("$900.00 left of $900.00 this month");

        var holders = new global::Stripe.Issuing.CardholderService(portal.Stripe());
        await holders.UpdateAsync(DemoSeed.Nia, new()
        {
            SpendingControls = new() { SpendingLimits = [new() { Amount = 90_00, Interval = "monthly" }], SpendingLimitsCurrency = "usd" },
        });
        try
        {
            await portal.UntilAsync(() =>
                portal.Text($"SELECT SpendingControls FROM Cardholders WHERE Id = '{DemoSeed.Nia}'")!.Contains("9000"));
            (await LeftAsync(card)).ShouldBe("$60.00 left of $90.00 this month");
            (await LeftAsync(other)).ShouldBe("$60.00 left of $90.00 this month");
            var page = Plain(await ada.GetAsync("/cardholders/" + DemoSeed.Nia));
            page.ShouldContain("$60.00 left of $90.00 this month");
            page.ShouldContain("Monthly limit of $90.00");
            Plain(await ada.GetAsync("/cardholders?text=nia")).ShouldContain("$30.00");
        }
        finally
        {
            await holders.UpdateAsync(DemoSeed.Nia, new() { SpendingControls = new() { SpendingLimits = [] } });
        }

        async Task<string> LeftAsync(string of)
        {
            var list = Plain(await ada.GetAsync("/cards?text=" + of));
            return Regex.Match(list, @"\$[\d.,]+ left of \$[\d.,]+ [a-z ]+(week|month)").Value;
        }

        async Task BuyAsync(string with, long amount)
        {
            var made = await new Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe()).CreateAsync(
                new() { Card = with, Amount = amount });
            await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Authorizations WHERE Id = '{made.Id}'") is not null);
        }

        async Task LimitAsync(string of, params (string Interval, long Amount, string? Category)[] limits)
        {
            await new global::Stripe.Issuing.CardService(portal.Stripe()).UpdateAsync(of, new()
            {
                SpendingControls = new()
                {
                    SpendingLimits =
                    [
                        .. limits.Select(l => new global::Stripe.Issuing.CardSpendingControlsSpendingLimitOptions
                        {
                            Amount = l.Amount, Interval = l.Interval, Categories = l.Category is null ? null : [l.Category],
                        }),
                    ],
                },
            });
            await portal.UntilAsync(() =>
                portal.Text($"SELECT SpendingControls FROM Cards WHERE Id = '{of}'")!.Contains(limits[0].Interval));
        }
    }

    [SkippableFact]
    public async Task Cards_are_sorted_by_what_is_left_what_was_spent_and_by_account()
    {
        var holder = (await new global::Stripe.Issuing.CardholderService(portal.Stripe()).CreateAsync(new()
        {
            Name = "Ranked Holder",
            Type = "individual",
            Individual = new() { FirstName = "Ranked", LastName = "Holder" },
            Billing = new() { Address = new() { Line1 = "1 Main St", City = "Boston", PostalCode = "02110", Country = "US" } },
        })).Id;
        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Cardholders WHERE Id = '{holder}'") is not null);
        var (much, little, none, over) = (
            await portal.NewCardAsync(holder), await portal.NewCardAsync(holder), await portal.NewCardAsync(holder),
            await portal.NewCardAsync(holder));
        await portal.BuyAsync(much, 400_00, "Much");
        await portal.BuyAsync(little, 10_00, "Little");
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        await cards.UpdateAsync(over, new() { Status = "canceled" });
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cards WHERE Id = '{over}'") == "Canceled");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        (await OrderAsync("left")).ShouldBe([much, little, none, over]);
        (await OrderAsync("leftdescending")).ShouldBe([none, little, much, over]);
        (await OrderAsync("spent")).ShouldBe([none, little, much, over]);
        (await OrderAsync("spentdescending")).ShouldBe([much, little, none, over]);
        (await OrderAsync("account")).ShouldBe([much, little, none, over], ignoreOrder: true);
        (await OrderAsync("spentdescending&after=" + much)).ShouldBe([little, none, over]);
        (await OrderAsync("spentdescending&before=" + none)).ShouldBe([much, little, none, over], "the first page is shown whole");
        await ada.GetAsync("/cards?text=ranked&sort=spent&after=" + DemoSeed.ClaireVirtual, HttpStatusCode.BadRequest);
        (await ada.GetAsync("/cards?text=ranked&sort=spentdescending")).ShouldContain("aria-sort=\"descending\"");
        (await ada.GetAsync("/cards?text=nobody-at-all&sort=left")).ShouldContain("No cards match");

        async Task<List<string>> OrderAsync(string sort) =>
            [.. Regex.Matches(await ada.GetAsync("/cards?text=ranked&sort=" + sort), "<a href=\"/cards/(ic_[A-Za-z0-9]+)\"")
                .Select(m => m.Groups[1].Value)];
    }

    [SkippableFact]
    public async Task Cardholders_are_sorted_by_cards_spend_status_and_account()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        portal.Execute(
            "INSERT INTO Cardholders (Id, AccountId, Name, Email, Status, SpendingControls, AsOf) SELECT "
            + "'ich_rankedidle', AccountId, 'Rank Idle', 'idle@rank.test', 'Inactive', SpendingControls, AsOf "
            + $"FROM Cardholders WHERE Id = '{DemoSeed.Omar}'");
        portal.Execute(
            "INSERT INTO Cardholders (Id, AccountId, Name, Email, Status, SpendingControls, AsOf) SELECT "
            + "'ich_rankedbusy', AccountId, 'Rank Busy', 'busy@rank.test', Status, SpendingControls, AsOf "
            + $"FROM Cardholders WHERE Id = '{DemoSeed.Omar}'");
        try
        {
            portal.Execute(
                $"UPDATE Cards SET CardholderId = 'ich_rankedbusy' WHERE Id = '{await portal.NewCardAsync(DemoSeed.Nia)}'");
            (await OrderAsync("cards")).ShouldBe(["ich_rankedidle", "ich_rankedbusy"]);
            (await OrderAsync("cardsdescending")).ShouldBe(["ich_rankedbusy", "ich_rankedidle"]);
            (await OrderAsync("status")).ShouldBe(["ich_rankedbusy", "ich_rankedidle"]);
            (await OrderAsync("statusdescending")).ShouldBe(["ich_rankedidle", "ich_rankedbusy"]);
            var byAccount = await OrderAsync("account");
            (await OrderAsync("account&after=" + byAccount[0])).ShouldBe([byAccount[1]]);
            // What a cardholder spent is known from their purchases.
            await portal.BuyAsync(await portal.NewCardAsync(), 2_00, "Ranked");
            var spent = await ada.GetAsync("/cardholders?sort=spentdescending");
            spent.IndexOf(DemoSeed.Jenny, StringComparison.Ordinal).ShouldBeLessThan(
                spent.IndexOf("ich_rankedbusy", StringComparison.Ordinal));
        }
        finally
        {
            portal.Execute($"UPDATE Cards SET CardholderId = '{DemoSeed.Nia}' WHERE CardholderId = 'ich_rankedbusy'");
            portal.Execute("DELETE FROM Cardholders WHERE Id LIKE 'ich_ranked%'");
        }

        async Task<List<string>> OrderAsync(string sort) =>
            [.. Regex.Matches(await ada.GetAsync("/cardholders?text=rank.test&sort=" + sort), "href=\"/cardholders/(ich_ranked[a-z]+)\"")
                .Select(m => m.Groups[1].Value)];
    }

    [SkippableFact]
    public async Task The_billing_address_is_read_from_Stripe_for_the_holder_and_admins()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var omar = await portal.SignedInAsync("omar@demo.test");
        using var vera = await portal.SignedInAsync("vera@demo.test");
        var address = $"/cards/{DemoSeed.JennyVirtual}/billing-address";

        (await jenny.GetAsync("/cards/" + DemoSeed.JennyVirtual)).ShouldContain(address);
        foreach (var person in new[] { jenny, ada })
            Plain(await person.GetAsync(address)).ShouldContain("Jenny Rosen 1 Harbour Street Port City CA 94107 United States");
        await omar.GetAsync(address, HttpStatusCode.NotFound);
        await vera.GetAsync($"/cards/{DemoSeed.ClaireVirtual}/billing-address", HttpStatusCode.Forbidden);
        (await vera.GetAsync("/cards/" + DemoSeed.ClaireVirtual)).ShouldNotContain("billing-address");
        portal.Logs.Lines.ShouldNotContain(line => line.Contains("Harbour Street"));
    }

    [SkippableFact]
    public async Task A_form_to_issue_keeps_its_rows_and_shows_the_card_before_it_is_made()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = (await ada.FormAsync("/cards/issue?account=" + DemoSeed.Platform, "RequestId"))
            .With("Cardholder", DemoSeed.Nia).With("Name", "Two limits").With("LimitAmount", "20", "75")
            .With("LimitInterval", "daily", "monthly").With("LimitCategories", "", "Florists");

        (await PostAsync("Preview", form)).ShouldContain("Monthly limit of $75.00 for Florists");
        // What cannot be read is not told as none.
        foreach (var wrong in new[] { "1,5", "-1", "abc" })
            (await PostAsync("Preview", form.With("LimitAmount", "20", wrong))).ShouldContain("id=\"unreadable\"", customMessage: wrong);
        form.With("LimitAmount", "20", "75");
        // One of another account is not told of.
        (await PostAsync("Preview", form.With("Cardholder", DemoSeed.Claire))).ShouldNotContain("Claire Martin");
        var more = WebForm.Read(await PostAsync("Limit", form.With("Cardholder", DemoSeed.Nia)), "/cards/issue", "RequestId");
        form.At("/cards/issue");
        more.All("LimitAmount").ShouldBe(["20", "75", ""]);
        (await ada.SendAsync(form.With("LimitInterval", "daily", "daily").With("LimitCategories", "", ""))).Body
            .ShouldContain("Another limit counts the same purchases");
        (await ada.SendAsync(form.With("LimitInterval", "hourly", "daily"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ada.SendAsync(form.With("HasLimits"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ada.SendAsync(form.With("HasLimits", "true"), "bogus")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync("Find", form.With("Find", "omar"))).ShouldContain("value=\"Two limits\"");
        form.At("/cards/issue").With("action");
        (await ada.SendAsync(form.With("LimitInterval", "daily", "monthly").With("LimitCategories", "", "Florists"))).Status
            .ShouldBe(HttpStatusCode.Found);

        var made = await portal.AtStripeAsync(portal.Text("SELECT CardId FROM CardLabels WHERE Name = 'Two limits'")!);
        made.SpendingControls.SpendingLimits.Select(l => (l.Amount, l.Interval)).ShouldBe(
            [(20_00, "daily"), (75_00, "monthly")], ignoreOrder: true);

        async Task<string> PostAsync(string handler, WebForm sent) =>
            (await ada.SendAsync(sent.At("/cards/issue?handler=" + handler))).Body;
    }

    [SkippableTheory]
    [InlineData("/audit?subject=%00")]
    [InlineData("/audit?actor=%00")]
    [InlineData("/cards?text=%00")]
    [InlineData("/cardholders?text=a%00b")]
    public async Task A_character_that_nobody_types_is_refused(string address)
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");

        await ada.GetAsync(address, HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task A_viewer_is_offered_nothing_that_is_refused()
    {
        using var vera = await portal.SignedInAsync("vera@demo.test");

        var list = await vera.GetAsync("/cards");
        list.ShouldNotContain("Issue a card");
        list.ShouldNotContain("Edit spend controls");
        list.ShouldNotContain("type=\"checkbox\"");
        (await vera.GetAsync("/cardholders/" + DemoSeed.Claire)).ShouldNotContain("Issue a card");
        (await vera.GetAsync("/")).ShouldNotContain("Accounts you manage");
        await vera.GetAsync($"/cards/{DemoSeed.ClaireVirtual}/cancel", HttpStatusCode.Forbidden);
        await vera.GetAsync($"/cards/{DemoSeed.ClaireVirtual}/report", HttpStatusCode.Forbidden);
        await vera.GetAsync("/cards/issue", HttpStatusCode.Forbidden);
        await vera.GetAsync("/cards/issue?account=" + DemoSeed.Lumiere, HttpStatusCode.Forbidden);
    }

    [SkippableFact]
    public async Task A_limit_shared_by_cards_of_several_currencies_counts_in_its_own()
    {
        var dollars = await portal.NewCardAsync(DemoSeed.Nia);
        var yen = await portal.NewCardAsync(DemoSeed.Nia, "jpy");
        await new global::Stripe.Issuing.CardholderService(portal.Stripe()).UpdateAsync(DemoSeed.Nia, new()
        {
            SpendingControls = new()
            {
                SpendingLimits = [new() { Amount = 100000, Interval = "monthly" }],
                SpendingLimitsCurrency = "usd",
            },
        });
        await portal.UntilAsync(() =>
            portal.Text($"SELECT SpendingControls FROM Cardholders WHERE Id = '{DemoSeed.Nia}'")!.Contains("\"usd\""));
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.SendAsync((await ada.FormAsync($"/cards/{yen}/simulate", "Merchant")).With("Amount", "400").With("Merchant", "Kiosk")))
            .Status.ShouldBe(HttpStatusCode.OK);

        foreach (var card in new[] { dollars, yen })
        {
            var page = WebUtility.HtmlDecode(await ada.GetAsync("/cards/" + card));
            page.ShouldContain("of $1,000.00 this month");
            page.ShouldContain("Purchases in USD only.");
            page.ShouldNotContain("of 100,000");
        }
    }

    /// <summary>A new physical card that has arrived, and of which the portal knows that.</summary>
    private async Task<string> DeliveredAsync()
    {
        var card = await portal.NewCardAsync(type: "physical", status: "inactive");
        await new global::Stripe.TestHelpers.Issuing.CardService(portal.Stripe()).DeliverCardAsync(card);
        await portal.UntilAsync(() => portal.Text($"SELECT ShippingStatus FROM Cards WHERE Id = '{card}'") == "Delivered");
        return card;
    }

    private static async Task<(HttpStatusCode Status, string Body)> ActivateAsync(HttpUser person, string card, string digits)
    {
        var form = (await person.FormAsync("/cards/" + card, "RequestId")).With("Confirmation", digits);
        using var response = await person.Http.PostAsync($"/cards/{card}?handler=Activate", form.Content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private string UserId(string email) => portal.Text($"SELECT Id FROM AspNetUsers WHERE Email = '{email}'")!;

    private int CardsOf(string holder) =>
        int.Parse(portal.Text($"SELECT COUNT(*) FROM Cards WHERE CardholderId = '{holder}'")!,
            System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> PressAsync(HttpUser person, string card, string handler)
    {
        var form = await person.FormAsync("/cards/" + card, "RequestId");
        using var response = await person.Http.PostAsync($"/cards/{card}?handler={handler}", form.Content);
        return response.StatusCode;
    }
}
