using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using Stripe.Issuing;

namespace CleanIssuing.IntegrationTests.SpendControls;

public abstract class CardholderControlsTests(ControlsPortal portal) : IAsyncLifetime
{
    private HttpUser _ada = null!;
    private string _holder = "";
    private string _card = "";
    private string _other = "";

    private string Page => $"/cardholders/{_holder}/controls";

    private CardholderService AtStripe => new(portal.Stripe());

    public async Task InitializeAsync()
    {
        _ada = await portal.SignedInAsync("admin@demo.test");
        var holder = await AtStripe.CreateAsync(new()
        {
            Name = "Mia Moreau",
            Type = "individual",
            Individual = new() { FirstName = "Mia", LastName = "Moreau" },
            Billing = new() { Address = new() { Line1 = "1 Main St", City = "Austin", PostalCode = "78701", Country = "US" } },
        });
        _holder = holder.Id;
        _card = await portal.NewCardAsync(_holder);
        _other = await portal.NewCardAsync(_holder);
    }

    public Task DisposeAsync()
    {
        portal.Sandbox.Faults.Clear();
        portal.Sandbox.Webhooks.Paused = false;
        _ada.Dispose();
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task What_is_saved_reaches_Stripe_the_card_the_history_and_the_audit_log_and_can_be_reverted()
    {
        (await _ada.GetAsync("/cardholders/" + _holder)).ShouldContain($"href=\"{Page}\"");
        (await _ada.GetAsync(Page + "/history")).ShouldContain("No change yet");
        var form = await _ada.FormAsync(Page, "CategoriesMode");

        (await _ada.SendAsync(LimitedTo(form, "80").With("Reason", "A quiet month"), "save")).Status.ShouldBe(HttpStatusCode.Found);

        var controls = (await AtStripe.GetAsync(_holder)).SpendingControls;
        controls.SpendingLimits.ShouldHaveSingleItem().Amount.ShouldBe(8000);
        controls.SpendingLimitsCurrency.ShouldBe("usd");
        (await _ada.GetAsync("/cards/" + _card)).ShouldContain("of $80.00");
        (await _ada.GetAsync($"/cards/{_card}/controls")).ShouldContain("Monthly limit of $80.00");
        var history = WebUtility.HtmlDecode(await _ada.GetAsync(Page + "/history"));
        history.ShouldContain("Monthly limit of $80.00 added");
        history.ShouldContain("A quiet month");
        portal.Audit(_holder).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Action.ShouldBe("spend_controls.update_cardholder"), line => line.Outcome.ShouldBe("Succeeded"),
            line => line.StripeRequest.ShouldNotBeNull());
        WebUtility.HtmlDecode(await _ada.GetAsync("/audit?subject=" + _holder)).ShouldContain("changed the spend controls of");

        var change = portal.Text($"SELECT Id FROM ControlChanges WHERE OwnerId = '{_holder}'")!;
        var revert = await _ada.FormAsync($"{Page}/history?revert={change}", "change");
        (await _ada.SendAsync(revert)).Status.ShouldBe(HttpStatusCode.Found);

        (await AtStripe.GetAsync(_holder)).SpendingControls.SpendingLimits.ShouldBeEmpty();
        (await _ada.GetAsync(Page + "/history")).ShouldContain("Reverted the change from");
    }

    [SkippableFact]
    public async Task The_preview_counts_all_cards_of_the_cardholder_together_and_goes_both_ways()
    {
        await BuyAsync(_card, 60_00);
        await BuyAsync(_other, 30_00);
        var form = (await _ada.FormAsync(Page, "CategoriesMode")).With("Days", "30");

        var (_, body) = await _ada.SendAsync(LimitedTo(form, "80"), "preview");

        body.ShouldMatch(">1</span>\\s+of 2 purchases would have been\\s+declined, <strong>\\$(60|30).00</strong> of \\$90.00\\.");
        WebUtility.HtmlDecode(body).ShouldContain("cardholder's monthly limit of $80.00", Case.Insensitive);
        (await AtStripe.GetAsync(_holder)).SpendingControls.SpendingLimits.ShouldBeEmpty("a preview changes nothing");

        await _ada.SendAsync(LimitedTo(form, "80"), "save");
        await BuyAsync(_other, 25_00, approved: false);
        var (_, lifted) = await _ada.SendAsync(
            (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount").With("LimitInterval").With("LimitCategories")
                .With("Days", "30"), "preview");

        lifted.ShouldMatch(">1</span>\\s+purchase that was declined would have been approved: <strong>\\$25.00");
        lifted.ShouldContain("With today’s controls: 1.");
    }

    [SkippableFact]
    public async Task A_decline_is_explained_by_the_controls_that_the_cardholder_had_then()
    {
        await _ada.SendAsync(LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "50"), "save");
        await BuyAsync(_other, 40_00);
        var declined = await BuyAsync(_card, 20_00, approved: false);
        portal.Time.Advance(TimeSpan.FromMinutes(1));
        await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "900"), "save");

        var page = WebUtility.HtmlDecode(await _ada.GetAsync("/purchases/" + declined));

        page.ShouldContain("monthly limit of $50.00", Case.Insensitive);
        page.ShouldContain("$10.00 was left", Case.Insensitive);
        page.ShouldContain("Try again: it would go through now");
        page.ShouldNotContain("Try again after");
        await AtStripe.UpdateAsync(_holder, new() { Status = "inactive" });
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cardholders WHERE Id = '{_holder}'") == "Inactive");
        (await _ada.GetAsync("/purchases/" + declined)).ShouldNotContain("it would go through now", Case.Insensitive, "nothing would");
        await AtStripe.UpdateAsync(_holder, new() { Status = "active" });
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cardholders WHERE Id = '{_holder}'") == "Active");

        await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "45"), "save");
        var again = WebUtility.HtmlDecode(await _ada.GetAsync("/purchases/" + declined));
        again.ShouldNotContain("it would go through now");
        again.ShouldContain($"href=\"{Page}\"", Case.Sensitive, "an admin is led to the control that declined it");
    }

    [SkippableFact]
    public async Task A_cardholder_is_told_which_limits_and_rules_hold_for_all_their_cards()
    {
        await _ada.SendAsync(
            LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "80").With("CategoriesMode", "block").With("Categories", "florists"),
            "save");

        var page = WebUtility.HtmlDecode(await _ada.GetAsync("/cards/" + _card));

        page.ShouldMatch("For all of .+’s cards together\\.");
        page.ShouldMatch("Monthly limit, for all of .+’s cards");
        page.ShouldMatch("Blocked categories: Florists, for all of .+’s cards");
    }

    [SkippableFact]
    public async Task A_change_made_at_Stripe_is_a_conflict_and_stands_in_the_history_once()
    {
        var form = LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "80");
        portal.Sandbox.Webhooks.Paused = true;
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        await AtStripe.UpdateAsync(_holder, new() { SpendingControls = new() { BlockedCategories = ["florists"] } });
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        var (status, body) = await _ada.SendAsync(form, "save");
        portal.Sandbox.Webhooks.Paused = false;

        status.ShouldBe(HttpStatusCode.Conflict);
        body.ShouldContain("Blocked categories: Florists");
        var again = WebForm.Read(body, Page, "LimitAmount");
        again["LimitAmount"].ShouldBe("80");
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0");
        WebUtility.HtmlDecode(await _ada.GetAsync(Page + "/history")).ShouldContain("At Stripe, outside this portal");
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_holder}'").ShouldBe("1");
        portal.Audit(_holder).ShouldContain(line => line.Action == "spend_controls.changed_at_stripe");
        (await _ada.SendAsync(again, "save")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task The_same_figure_in_another_currency_is_another_limit_and_not_any_currency_will_do()
    {
        await SetAtStripeAsync("eur");
        var form = await _ada.FormAsync(Page, "LimitAmount");
        form["LimitsCurrency"].ShouldBe("EUR");

        (await _ada.SendAsync(form.With("LimitsCurrency", "ZZZ"), "save")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _ada.SendAsync(form.With("LimitsCurrency"), "save")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _ada.SendAsync(form.With("LimitsCurrency", "USD"), "save")).Status.ShouldBe(HttpStatusCode.Found);

        var now = (await AtStripe.GetAsync(_holder)).SpendingControls;
        (now.SpendingLimitsCurrency, now.SpendingLimits.ShouldHaveSingleItem().Amount).ShouldBe(("usd", 8000));
    }

    [SkippableFact]
    public async Task A_limit_in_another_currency_does_not_keep_the_rest_from_being_previewed()
    {
        await BuyAsync(_card, 60_00);
        await SetAtStripeAsync("eur");
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("Days", "30")
            .With("CategoriesMode", "block").With("Categories", "taxicabs_limousines");

        var (_, body) = await _ada.SendAsync(form, "preview");

        body.ShouldMatch(">1</span>\\s+of 1 purchase would");
        body.ShouldContain("The limits are in EUR, and no card is.");
    }

    [SkippableFact]
    public async Task A_double_click_changes_once()
    {
        var form = LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "80");

        var answers = await Task.WhenAll(_ada.SendAsync(form, "save"), _ada.SendAsync(form, "save"));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found);
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_holder}'").ShouldBe("1");
    }

    [SkippableTheory]
    [InlineData(FaultKind.ServerError, HttpStatusCode.ServiceUnavailable, 0)]
    [InlineData(FaultKind.ServerErrorAfter, HttpStatusCode.Found, 1)]
    [InlineData(FaultKind.TimeOutAfter, HttpStatusCode.Found, 1)]
    public async Task When_Stripe_fails_the_state_is_Stripes_and_the_person_is_told(FaultKind fault, HttpStatusCode expected, int limits)
    {
        var form = LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "80");
        portal.Sandbox.Faults.Add(new Fault(fault, "/v1/issuing/cardholders/" + _holder, 1, Method: "POST"));

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(expected, body);
        (await AtStripe.GetAsync(_holder)).SpendingControls.SpendingLimits.Count.ShouldBe(limits);
        if (limits == 0)
            WebForm.Read(body, Page, "LimitAmount")["LimitAmount"].ShouldBe("80");
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_holder}'")
            .ShouldBe(limits.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [SkippableFact]
    public async Task A_change_whose_answer_was_lost_altogether_is_settled_afterwards_in_the_name_of_who_made_it()
    {
        var form = LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "80").With("Reason", "before the outage");
        portal.Sandbox.Webhooks.Paused = true;
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOutAfter, "/v1/issuing/cardholders/" + _holder, 1, Method: "POST"));
        // The question what became of it fails too; the first read is the editor's own.
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, "/v1/issuing/cardholders/" + _holder, 1, TimeSpan.Zero, "GET"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cardholders/" + _holder, 1, Method: "GET"));

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldContain("may or may not have been made");
        (await _ada.GetAsync("/cardholders/" + _holder)).ShouldContain("id=\"pending\"");
        portal.Time.Advance(TimeSpan.FromMinutes(3));
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_holder}'") == "1");
        portal.Text($"SELECT ActorName || Reason || Source FROM ControlChanges WHERE OwnerId = '{_holder}'")
            .ShouldBe("admin@demo.testbefore the outagePortal");
        (await _ada.GetAsync("/cardholders/" + _holder)).ShouldContain("Monthly limit of $80.00");
    }

    [SkippableTheory]
    [InlineData("lea@demo.test", HttpStatusCode.NotFound)]
    [InlineData("jenny@demo.test", HttpStatusCode.NotFound)]
    public async Task Nobody_but_an_admin_of_the_account_may(string email, HttpStatusCode expected)
    {
        var form = LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "1");
        using var person = await portal.SignedInAsync(email);
        await person.GetAsync(Page, expected);
        await person.GetAsync(Page + "/history", expected);
        form["__RequestVerificationToken"] = person.Token;

        (await person.SendAsync(form, "save")).Status.ShouldBe(expected);

        (await AtStripe.GetAsync(_holder)).SpendingControls.SpendingLimits.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task An_admin_of_a_connected_account_changes_them_on_its_behalf()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var page = $"/cardholders/{DemoSeed.Claire}/controls";
        var onBehalf = new global::Stripe.RequestOptions { StripeAccount = DemoSeed.Lumiere };

        (await lea.SendAsync(LimitedTo(await lea.FormAsync(page, "CategoriesMode"), "70"), "save")).Status.ShouldBe(HttpStatusCode.Found);

        var controls = (await AtStripe.GetAsync(DemoSeed.Claire, null, onBehalf)).SpendingControls;
        (controls.SpendingLimits.ShouldHaveSingleItem().Amount, controls.SpendingLimitsCurrency).ShouldBe((7000, "eur"));
        var change = portal.Text($"SELECT MAX(Id) FROM ControlChanges WHERE OwnerId = '{DemoSeed.Claire}'")!;
        (await lea.SendAsync(await lea.FormAsync($"{page}/history?revert={change}", "change"))).Status
            .ShouldBe(HttpStatusCode.Found);
        (await AtStripe.GetAsync(DemoSeed.Claire, null, onBehalf)).SpendingControls.SpendingLimits.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task A_viewer_of_the_account_sees_the_controls_and_cannot_save_them()
    {
        using var vera = await portal.SignedInAsync("vera@demo.test");
        using var lea = await portal.SignedInAsync("lea@demo.test");

        foreach (var path in new[] { $"/cardholders/{DemoSeed.Claire}/controls", $"/cards/{DemoSeed.ClaireVirtual}/controls" })
        {
            var page = await vera.GetAsync(path);
            page.ShouldContain("You can view these controls. Ask an admin to change them.");
            page.ShouldMatch("<button type=\"submit\" class=\"btn btn-primary\" disabled aria-describedby=\"view-only\">Save changes");
            page.ShouldNotContain("Save template");
            var form = WebForm.Read(await lea.GetAsync(path), path, "CategoriesMode");
            var nothing = WebForm.Read($"""<form><input name="__RequestVerificationToken" value="{vera.Token}"></form>""", path,
                "__RequestVerificationToken");
            (await vera.SendAsync(nothing)).Status.ShouldBe(HttpStatusCode.Forbidden, "whatever is sent");
            foreach (var action in new[] { "save", "preview", "save-template", "add-limit" })
                (await vera.SendAsync(form.With("__RequestVerificationToken", vera.Token), action)).Status.ShouldBe(
                    HttpStatusCode.Forbidden);
        }

        foreach (var path in new[] { $"/cardholders/{DemoSeed.Claire}", $"/cards/{DemoSeed.ClaireVirtual}" })
        {
            (await vera.GetAsync(path)).ShouldContain($"href=\"{path}/controls\"");
            (await vera.GetAsync(path + "/controls/history")).ShouldNotContain("revert=");
        }

        await vera.GetAsync($"/cardholders/{DemoSeed.Jenny}/controls", HttpStatusCode.NotFound);
        await vera.GetAsync($"/cards/{DemoSeed.JennyVirtual}/controls", HttpStatusCode.NotFound);
        using var claire = await portal.SignedInAsync("claire@demo.test");
        await claire.GetAsync($"/cardholders/{DemoSeed.Claire}/controls", HttpStatusCode.NotFound);
        await claire.GetAsync($"/cards/{DemoSeed.ClaireVirtual}/controls", HttpStatusCode.Forbidden);
    }

    [SkippableTheory]
    [InlineData("LimitAmount", "-5", "cannot be negative")]
    [InlineData("LimitCategories", "Time machines", "no category")]
    public async Task Bad_input_is_told_and_nothing_typed_is_lost(string field, string value, string problem)
    {
        var form = LimitedTo(await _ada.FormAsync(Page, "CategoriesMode"), "80").With("Reason", "keep me").With(field, value);

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain(problem);
        var again = WebForm.Read(body, Page, "LimitAmount");
        (again["Reason"], again[field]).ShouldBe(("keep me", value));
    }

    /// <summary>A monthly limit of 80 in another currency than the cards', and waits until the portal has heard of it.</summary>
    private async Task SetAtStripeAsync(string currency)
    {
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        await AtStripe.UpdateAsync(_holder, new()
        {
            SpendingControls = new()
            {
                SpendingLimits = [new() { Amount = 8000, Interval = "monthly" }],
                SpendingLimitsCurrency = currency,
            },
        });
        await portal.UntilAsync(() =>
            portal.Text($"SELECT SpendingControls FROM Cardholders WHERE Id = '{_holder}'")!.Contains("8000"));
    }

    private static WebForm LimitedTo(WebForm form, string amount) =>
        form.With("LimitAmount", amount).With("LimitInterval", "monthly").With("LimitCategories", "");

    private async Task<string> BuyAsync(string card, long amount, bool approved = true)
    {
        var purchase = await new global::Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe()).CreateAsync(new()
        {
            Amount = amount,
            Card = card,
            MerchantData = new() { Category = "taxicabs_limousines", Country = "US", Name = "Yellow Cab" },
        });
        purchase.Approved.ShouldBe(approved);
        await portal.UntilAsync(() => portal.Text($"SELECT Id FROM Authorizations WHERE Id = '{purchase.Id}'") is not null);
        return purchase.Id;
    }
}
