using System.Net;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using RequestOptions = Stripe.RequestOptions;

namespace CleanIssuing.IntegrationTests.SpendControls;

public abstract class UpdateSpendControlsTests(ControlsPortal portal) : IAsyncLifetime
{
    private HttpUser _ada = null!;
    private string _card = "";

    private string Page => $"/cards/{_card}/controls";

    public async Task InitializeAsync()
    {
        _ada = await portal.SignedInAsync("admin@demo.test");
        _card = await portal.NewCardAsync();
    }

    public Task DisposeAsync()
    {
        portal.Sandbox.Faults.Clear();
        portal.Sandbox.Options.RefusesSwitchInOneUpdate = false;
        portal.Sandbox.Options.RefusesSwitchWithoutName = false;
        portal.Sandbox.Options.RefusesClearedCategories = false;
        portal.Sandbox.Options.RefusesClearedLimits = false;
        _ada.Dispose();
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task What_is_saved_reaches_Stripe_the_replica_the_history_and_the_audit_log()
    {
        var form = await _ada.FormAsync(Page, "LimitAmount");

        (await _ada.SendAsync(form.With("LimitAmount", "50").With("Reason", "Travel is over"), "save")).Status.ShouldBe(
            HttpStatusCode.Found);

        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits.ShouldHaveSingleItem().Amount.ShouldBe(5000);
        var cardPage = await _ada.GetAsync("/cards/" + _card);
        cardPage.ShouldContain("$0.00 of $50.00 today");
        var history = WebUtility.HtmlDecode(await _ada.GetAsync(Page + "/history"));
        history.ShouldContain("Daily limit $500.00 → $50.00");
        history.ShouldContain("Travel is over");
        history.ShouldContain("<strong>Ada Platform</strong>");
        portal.Audit(_card).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Action.ShouldBe("spend_controls.update"), line => line.Outcome.ShouldBe("Succeeded"), line =>
                line.StripeRequest.ShouldNotBeNull());
        WebUtility.HtmlDecode(await _ada.GetAsync("/audit?subject=" + _card))
            .ShouldContain("daily limit $500.00 → $50.00; Reason: Travel is over");
    }

    [SkippableFact]
    public async Task A_part_that_was_not_touched_stays_as_Stripe_has_it()
    {
        await AtStripeAsync(new CardUpdate { BlockedCardPresences = ["present"], BlockedCategories = ["florists"] });
        var form = await _ada.FormAsync(Page, "LimitAmount");

        await _ada.SendAsync(form.With("LimitAmount", "70"), "save");

        var now = (await portal.AtStripeAsync(_card)).SpendingControls;
        now.BlockedCardPresences.ShouldBe(["present"]);
        now.AllowedCardPresences.ShouldBeEmpty();
        now.BlockedCategories.ShouldBe(["florists"]);
    }

    [SkippableFact]
    public async Task What_Stripe_knows_and_we_do_not_does_not_stand_in_the_way_of_another_change()
    {
        portal.Execute(
            $"UPDATE Cards SET SpendingControls = REPLACE(SpendingControls, '\"blockedCategories\":[]', "
            + $"'\"blockedCategories\":[\"moon_travel\"]') WHERE Id = '{_card}'");
        var form = await _ada.FormAsync(Page, "LimitAmount");
        form.All("Categories").ShouldBe(["moon_travel"]);

        (await _ada.SendAsync(form.With("LimitAmount", "70").With("Version", ""), "save")).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(7000);
    }

    [SkippableFact]
    public async Task The_second_of_two_admins_sees_both_versions_and_may_then_save_theirs()
    {
        using var other = await portal.SignedInAsync("admin@demo.test");
        var mine = await _ada.FormAsync(Page, "LimitAmount");
        var theirs = await other.FormAsync(Page, "LimitAmount");
        (await _ada.SendAsync(mine.With("LimitAmount", "50"), "save")).Status.ShouldBe(HttpStatusCode.Found);

        var (status, body) = await other.SendAsync(theirs.With("LimitAmount", "80").With("Reason", "I say so"), "save");

        status.ShouldBe(HttpStatusCode.Conflict);
        body.ShouldContain("Daily limit of $50.00");
        body.ShouldContain("Daily limit of $80.00");
        var again = WebForm.Read(body, Page, "LimitAmount");
        again["LimitAmount"].ShouldBe("80");
        again["Reason"].ShouldBe("I say so");
        (await other.SendAsync(again, "save")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(8000);
    }

    [SkippableFact]
    public async Task A_change_made_at_Stripe_meanwhile_is_a_conflict_too_and_stands_in_the_history()
    {
        var form = await _ada.FormAsync(Page, "LimitAmount");
        portal.Sandbox.Webhooks.Paused = true;
        await AtStripeAsync(new CardUpdate { BlockedCategories = ["florists"] });

        var (status, body) = await _ada.SendAsync(form.With("LimitAmount", "50"), "save");
        portal.Sandbox.Webhooks.Paused = false;

        status.ShouldBe(HttpStatusCode.Conflict);
        body.ShouldContain("Blocked categories: Florists");
        WebUtility.HtmlDecode(await _ada.GetAsync(Page + "/history")).ShouldContain("At Stripe, outside this portal");
    }

    [SkippableFact]
    public async Task Two_at_the_very_same_moment_do_not_both_win()
    {
        var forms = new[] { await _ada.FormAsync(Page, "LimitAmount"), await _ada.FormAsync(Page, "LimitAmount") };

        var answers = await Task.WhenAll(forms.Select((form, i) => _ada.SendAsync(form.With("LimitAmount", i == 0 ? "60" : "61"), "save")));

        answers.Count(a => a.Status == HttpStatusCode.Found).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(1);
    }

    [SkippableFact]
    public async Task The_page_of_a_replacement_reads_the_purchases_of_the_card_that_it_replaced()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");

        var (statements, answer) = await portal.SendCountedAsync(
            lea, new HttpRequestMessage(HttpMethod.Get, "/cards/" + DemoSeed.LucReplacement));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Dispose();
        statements.ShouldContain(s => s.Contains("WITH RECURSIVE", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_double_click_changes_once()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50");

        var answers = await Task.WhenAll(_ada.SendAsync(form, "save"), _ada.SendAsync(form, "save"));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found);
        portal.Text($"SELECT COUNT(*) FROM AuditEntries WHERE Subject = '{_card}' AND Details LIKE '%unchanged%'").ShouldBe(
            "0", portal.Text($"SELECT MAX(Details) FROM AuditEntries WHERE Subject = '{_card}'"));
        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);

        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}'").ShouldBe("1");
    }

    [SkippableFact]
    public async Task The_same_form_with_another_amount_is_another_change()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50");
        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);

        // Back, another amount, Save: it is held against what is in force by now, and never told as saved when it is not.
        var (status, body) = await _ada.SendAsync(form.With("LimitAmount", "75"), "save");
        status.ShouldBe(HttpStatusCode.Conflict);
        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(5000);
        (await _ada.SendAsync(WebForm.Read(body, Page, "LimitAmount"), "save")).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(7500);
    }

    [SkippableFact]
    public async Task A_repeated_click_never_tells_of_a_change_that_was_not_its_own()
    {
        await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50"), "save");
        var unchanged = await _ada.FormAsync(Page, "LimitAmount");

        await _ada.SendAsync(unchanged, "save");
        (await _ada.GetAsync("/cards/" + _card)).ShouldContain("No changes to save.");
        await _ada.SendAsync(unchanged, "save");
        (await _ada.GetAsync("/cards/" + _card)).ShouldContain("No changes to save.");

        // Once somebody has changed it, "saved" would be wrong.
        await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "60"), "save");
        (await _ada.SendAsync(unchanged, "save")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [SkippableFact]
    public async Task Removing_the_last_limit_says_what_Stripe_does_then()
    {
        var form = await _ada.FormAsync(Page, "LimitAmount");

        var (_, body) = await _ada.SendAsync(form, "remove-limit-0");

        body.ShouldMatch("<p class=\"notice notice-info\" id=\"default-limit\">");
        body.ShouldContain("Stripe’s own cap is 10,000 per purchase");
        (await _ada.SendAsync(WebForm.Read(body, Page, "CategoriesMode"), "save")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits.ShouldBeEmpty();
        (await _ada.GetAsync("/cards/" + _card)).ShouldContain("No limit is set.");
    }

    [SkippableTheory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_allowed_list_takes_the_place_of_a_blocked_one_whatever_Stripe_takes_in_one_update(bool refused, bool unnamed)
    {
        await AtStripeAsync(new CardUpdate { BlockedCategories = ["florists"], BlockedMerchantCountries = ["FR"] });
        await KnownAsync("florists");
        portal.Sandbox.Options.RefusesSwitchInOneUpdate = refused;
        portal.Sandbox.Options.RefusesSwitchWithoutName = unnamed;
        var form = (await _ada.FormAsync(Page, "CategoriesMode"))
            .With("CategoriesMode", "allow").With("Categories", "bakeries").With("LimitAmount", "70");

        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);

        var now = (await portal.AtStripeAsync(_card)).SpendingControls;
        (now.AllowedCategories.ShouldHaveSingleItem(), now.BlockedCategories.Count).ShouldBe(("bakeries", 0));
        (now.BlockedMerchantCountries.ShouldHaveSingleItem(), now.SpendingLimits[0].Amount).ShouldBe(("FR", 7000));
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}' AND Source = 'Portal'").ShouldBe("1");
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_that_may_not_be_emptied_makes_no_room_for_the_other_and_the_page_says_so(bool refused)
    {
        await AtStripeAsync(new CardUpdate { BlockedCategories = ["florists"] });
        await KnownAsync("florists");
        portal.Sandbox.Options.RefusesClearedCategories = true;
        portal.Sandbox.Options.RefusesSwitchInOneUpdate = refused;
        var form = (await _ada.FormAsync(Page, "CategoriesMode")).With("CategoriesMode", "allow").With("Categories", "bakeries");

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("cannot take the place of blocked ones");
        (await portal.AtStripeAsync(_card)).SpendingControls.BlockedCategories.ShouldBe(["florists"]);
    }

    [SkippableFact]
    public async Task A_form_without_the_version_it_was_made_from_changes_nothing()
    {
        var form = (await _ada.FormAsync(Page, "CategoriesMode")).With("Presence", "present").With("Version");

        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.AtStripeAsync(_card)).SpendingControls.AllowedCardPresences.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData(1, "permission", "florists")]
    [InlineData(2, "Neither holds now", null)]
    public async Task A_list_that_Stripe_takes_away_and_does_not_replace_is_put_back_or_told_of(int failures, string told, string? blocked)
    {
        await AtStripeAsync(new CardUpdate { BlockedCategories = ["florists"] });
        await KnownAsync("florists");
        portal.Sandbox.Options.RefusesSwitchInOneUpdate = true;
        var form = (await _ada.FormAsync(Page, "CategoriesMode")).With("CategoriesMode", "allow").With("Categories", "bakeries");
        // The first two go through: the update that is refused, and the one that empties the old list.
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, "/v1/issuing/cards/" + _card, 2, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Forbidden, "/v1/issuing/cards/" + _card, failures, Method: "POST"));

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(blocked is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadGateway);
        body.ShouldContain(told);
        var now = (await portal.AtStripeAsync(_card)).SpendingControls;
        now.BlockedCategories.ShouldBe(blocked is null ? [] : [blocked]);
        now.AllowedCategories.ShouldBeEmpty();
        // The portal's copy follows once what is queued is due to be read.
        portal.Time.Advance(TimeSpan.FromSeconds(10));
        await portal.UntilAsync(() => portal.Text($"SELECT SpendingControls FROM Cards WHERE Id = '{_card}'")!.Contains("florists")
            == blocked is not null);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_step_whose_answer_was_lost_is_looked_up_before_the_next_is_taken(int before)
    {
        await AtStripeAsync(new CardUpdate { BlockedCategories = ["florists"] });
        await KnownAsync("florists");
        portal.Sandbox.Options.RefusesSwitchInOneUpdate = true;
        var form = (await _ada.FormAsync(Page, "CategoriesMode")).With("CategoriesMode", "allow").With("Categories", "bakeries");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, "/v1/issuing/cards/" + _card, before, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerErrorAfter, "/v1/issuing/cards/" + _card, 1, Method: "POST"));

        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);

        var now = (await portal.AtStripeAsync(_card)).SpendingControls;
        (now.AllowedCategories.ShouldHaveSingleItem(), now.BlockedCategories.Count).ShouldBe(("bakeries", 0));
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}' AND Source = 'Portal'").ShouldBe("1");
    }

    [SkippableTheory]
    [InlineData("CategoriesMode", "Leave at least one category")]
    [InlineData(null, "Set a very high amount instead")]
    public async Task What_Stripe_does_not_let_be_emptied_stays_and_the_page_says_what_can_be_set_instead(string? field, string told)
    {
        await AtStripeAsync(new CardUpdate { BlockedCategories = ["florists"] });
        await KnownAsync("florists");
        // One of the two alone, so that neither answer leans on the other.
        portal.Sandbox.Options.RefusesClearedCategories = field is not null;
        portal.Sandbox.Options.RefusesClearedLimits = field is null;
        var form = await _ada.FormAsync(Page, "CategoriesMode");
        form = field is null
            ? form.With("LimitAmount").With("LimitInterval").With("LimitCategories")
            : form.With("CategoriesMode", "none").With("Categories");

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain(told);
        var now = (await portal.AtStripeAsync(_card)).SpendingControls;
        now.BlockedCategories.ShouldBe(["florists"]);
        now.SpendingLimits.ShouldHaveSingleItem();
    }

    [SkippableTheory]
    [InlineData("HasLimits", null)]
    [InlineData("Days", "many")]
    [InlineData("RequestId", "again")]
    public async Task A_form_that_is_not_whole_changes_nothing(string field, string? value)
    {
        var form = await _ada.FormAsync(Page, "LimitAmount");
        form = value is null ? form.With(field) : form.With(field, value);

        (await _ada.SendAsync(form.With("LimitAmount"), "save")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits.ShouldHaveSingleItem();
    }

    [SkippableTheory]
    [InlineData("LimitAmount", "-5", "cannot be negative")]
    [InlineData("LimitAmount", "5.555", "2 decimals at most")]
    [InlineData("LimitAmount", "99999999999999999999", "largest amount")]
    [InlineData("LimitAmount", "abc", "in digits")]
    [InlineData("LimitAmount", "", "Enter an amount")]
    [InlineData("LimitInterval", "hourly", "from the list")]
    [InlineData("LimitCategories", "Time machines", "no category")]
    [InlineData("Categories", "time_machines", "no category")]
    [InlineData("Countries", "ZZ", "no country")]
    public async Task Bad_input_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string value, string problem)
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("Reason", "keep me").With(field, value);
        if (field is "Categories" or "Countries")
            form = form.With(field + "Mode", "block");

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain(problem);
        var again = WebForm.Read(body, Page, "LimitAmount");
        again["Reason"].ShouldBe("keep me");
        if (field != "LimitInterval")
            again.All(field).ShouldContain(value);
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}'").ShouldBe("0");
    }

    [SkippableTheory]
    [InlineData("CategoriesMode", "allow", "Choose at least one category")]
    [InlineData("CountriesMode", "block", "Choose at least one country")]
    public async Task A_restriction_to_nothing_is_told_and_not_taken_for_none(string field, string mode, string problem)
    {
        var (status, body) = await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With(field, mode), "save");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain(problem);
        WebForm.Read(body, Page, "LimitAmount")[field].ShouldBe(mode);
    }

    [SkippableFact]
    public async Task Of_a_change_that_was_not_made_no_more_is_kept_than_that()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("Version", "stale").With("CategoriesMode", "block")
            .With("Categories", [.. MerchantCategories.All.Select(c => c.Code)]);

        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Conflict);

        portal.Text($"SELECT Intent FROM StripeOperations WHERE Subject = '{_card}'").ShouldBe("{}");
    }

    [SkippableFact]
    public async Task A_template_that_is_gone_is_not_told_as_deleted()
    {
        var id = Guid.NewGuid();

        var (status, body) = await _ada.SendAsync(
            (await _ada.FormAsync(Page, "LimitAmount")).With("Template", id.ToString()), "delete-template");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("There is no such template any more.");
        portal.Audit(DemoSeed.Platform).Last(line => line.Action == "control_template.delete").Outcome.ShouldBe("Failed");
    }

    [SkippableFact]
    public async Task A_thousand_limits_are_refused_in_words()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount"))
            .With("LimitAmount", [.. Enumerable.Repeat("5", 1000)]).With("LimitInterval", [.. Enumerable.Repeat("daily", 1000)])
            .With("LimitCategories", [.. Enumerable.Repeat("", 1000)]);

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("There are 1000 limits; at most 50 can be set.");
    }

    [SkippableTheory]
    [InlineData("jenny@demo.test", HttpStatusCode.Forbidden)]
    [InlineData("lea@demo.test", HttpStatusCode.NotFound)]
    [InlineData("omar@demo.test", HttpStatusCode.NotFound)]
    public async Task Nobody_but_an_admin_of_the_account_may(string email, HttpStatusCode expected)
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "1");
        using var person = await portal.SignedInAsync(email);
        await person.GetAsync(Page, expected);
        form["__RequestVerificationToken"] = person.Token;

        (await person.SendAsync(form, "save")).Status.ShouldBe(expected);

        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(50000);
    }

    [SkippableFact]
    public async Task A_card_that_was_canceled_meanwhile_is_told()
    {
        var form = await _ada.FormAsync(Page, "LimitAmount");
        await new global::Stripe.Issuing.CardService(portal.Stripe())
            .UpdateAsync(_card, new global::Stripe.Issuing.CardUpdateOptions { Status = "canceled" });

        var (status, body) = await _ada.SendAsync(form.With("LimitAmount", "50"), "save");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("canceled");
    }

    [SkippableTheory]
    [InlineData(FaultKind.ServerError, HttpStatusCode.ServiceUnavailable, 50000)]
    [InlineData(FaultKind.RateLimit, HttpStatusCode.ServiceUnavailable, 50000)]
    [InlineData(FaultKind.ServerErrorAfter, HttpStatusCode.Found, 5000)]
    [InlineData(FaultKind.TimeOutAfter, HttpStatusCode.Found, 5000)]
    [InlineData(FaultKind.TimeOut, HttpStatusCode.ServiceUnavailable, 50000)]
    public async Task When_Stripe_fails_the_state_is_Stripes_and_the_person_is_told(FaultKind fault, HttpStatusCode expected, long amount)
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50");
        portal.Sandbox.Faults.Add(new Fault(fault, "/v1/issuing/cards/" + _card, 1, Method: "POST"));

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(expected, body);
        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(amount);
        if (expected == HttpStatusCode.ServiceUnavailable)
        {
            body.ShouldContain("id=\"form-errors\"");
            WebForm.Read(body, Page, "LimitAmount")["LimitAmount"].ShouldBe("50");
        }

        await portal.UntilAsync(() => (portal.Text($"SELECT SpendingControls FROM Cards WHERE Id = '{_card}'") ?? "")
            .Contains($"\"amount\":{amount},"));
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}'").ShouldBe(amount == 5000 ? "1" : "0");
    }

    [SkippableFact]
    public async Task A_change_whose_answer_was_lost_altogether_is_settled_afterwards_in_the_name_of_who_made_it()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50").With("Reason", "before the outage");
        portal.Sandbox.Webhooks.Paused = true;
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOutAfter, "/v1/issuing/cards/" + _card, 1, Method: "POST"));
        // The question what became of it fails too; the first read is the editor's own.
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, "/v1/issuing/cards/" + _card, 1, TimeSpan.Zero, "GET"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cards/" + _card, 1, Method: "GET"));

        var (status, body) = await _ada.SendAsync(form, "save");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldContain("may or may not have been made");
        (await _ada.GetAsync("/cards/" + _card)).ShouldContain("id=\"pending\"");
        var last4 = portal.Text($"SELECT Last4 FROM Cards WHERE Id = '{_card}'");
        (await _ada.GetAsync("/cards?text=" + last4)).ShouldContain("Change pending");
        portal.Time.Advance(TimeSpan.FromMinutes(3));
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}'") == "1");
        portal.Text($"SELECT ActorName || Reason || Source FROM ControlChanges WHERE OwnerId = '{_card}'")
            .ShouldBe("admin@demo.testbefore the outagePortal");
        portal.Sandbox.Webhooks.Paused = false;
        var page = WebUtility.HtmlDecode(await _ada.GetAsync("/cards/" + _card));
        page.ShouldContain("of $50.00 today");
        page.ShouldContain("The change that Stripe had not confirmed was made: spend controls, by admin@demo.test.");
        page.ShouldNotContain("Change pending");
    }

    [SkippableFact]
    public async Task What_became_of_a_lost_change_stands_in_the_audit_log_too()
    {
        await LoseChangeAsync();
        await portal.UntilAsync(() => portal.Audit(_card).Any(l => l.Action == "operation.reconcile"));

        (await _ada.GetAsync("/audit?subject=" + _card)).ShouldContain("asked for by admin@demo.test, was not made");
    }

    [SkippableFact]
    public async Task A_change_that_never_reached_Stripe_is_settled_as_not_made_and_can_be_sent_again()
    {
        var form = await LoseChangeAsync();
        await portal.UntilAsync(
            () => portal.Text($"SELECT Applied FROM StripeOperations WHERE Subject = '{_card}' AND EndedAt IS NOT NULL") is "0" or "False");

        (await _ada.GetAsync("/cards/" + _card)).ShouldContain("was not made: spend controls");

        // The same form once more: its id does not answer for a change that was never made.
        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(5000);
    }

    [SkippableFact]
    public async Task A_change_can_be_reverted()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50").With("CategoriesMode", "block")
            .With("Categories", "florists");
        await _ada.SendAsync(form, "save");

        var change = portal.Text($"SELECT Id FROM ControlChanges WHERE OwnerId = '{_card}'")!;
        var question = Page + "/history?revert=" + change;
        WebUtility.HtmlDecode(await _ada.GetAsync(question)).ShouldContain("Daily limit $50.00 → $500.00");
        (await _ada.SendAsync(await _ada.FormAsync(question, "change"))).Status.ShouldBe(HttpStatusCode.Found);

        var now = (await portal.AtStripeAsync(_card)).SpendingControls;
        now.SpendingLimits[0].Amount.ShouldBe(50000);
        now.BlockedCategories.ShouldBeEmpty();
        (await _ada.GetAsync(Page + "/history")).ShouldContain("Reverted the change from");
    }

    [SkippableFact]
    public async Task A_revert_that_conflicts_can_be_repeated_from_the_conflict_page()
    {
        await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50"), "save");
        var change = portal.Text($"SELECT Id FROM ControlChanges WHERE OwnerId = '{_card}'")!;
        var question = await _ada.FormAsync(Page + "/history?revert=" + change, "change");
        await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "60"), "save");

        var (status, body) = await _ada.SendAsync(question);
        status.ShouldBe(HttpStatusCode.Conflict);
        body.ShouldContain("This also reverts later changes.");
        (await _ada.SendAsync(WebForm.Read(body, Page + "/history", "change"))).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(_card)).SpendingControls.SpendingLimits[0].Amount.ShouldBe(50000);
    }

    [SkippableFact]
    public async Task A_double_click_starts_one_bulk_edit()
    {
        var form = (await _ada.FormAsync("/controls?card=" + _card, "Change")).With("Change", "presence").With("Presence", "any");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _ada.SendAsync(form, "save")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Found);
        portal.Text($"SELECT COUNT(*) FROM BulkEditCards WHERE CardId = '{_card}'").ShouldBe("1");
    }

    [SkippableFact]
    public async Task The_same_bulk_form_with_other_content_is_not_told_as_started()
    {
        var path = $"/controls?card={_card}&card={await portal.NewCardAsync()}";
        var form = (await _ada.FormAsync(path, "Change")).With("Change", "presence").With("Presence", "present");
        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);

        (await _ada.SendAsync(form.With("Presence", "not_present"), "save")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [SkippableFact]
    public async Task A_bulk_form_from_long_ago_is_not_told_as_started()
    {
        var form = (await _ada.FormAsync("/controls?card=" + _card, "Change")).With("Change", "presence").With("Presence", "any");
        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);

        portal.Time.Advance(TimeSpan.FromMinutes(11));

        (await _ada.SendAsync(form, "save")).Body.ShouldContain("This form was sent before, more than ten minutes ago.");
    }

    [SkippableFact]
    public async Task The_id_of_anothers_bulk_form_is_like_an_unused_one()
    {
        var ada = (await _ada.FormAsync("/controls?card=" + _card, "Change")).With("Change", "presence").With("Presence", "any");
        (await _ada.SendAsync(ada, "save")).Status.ShouldBe(HttpStatusCode.Found);
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var form = (await lea.FormAsync("/controls?card=" + DemoSeed.ClaireVirtual, "Change"))
            .With("Change", "presence").With("Presence", "any").With("RequestId", ada["RequestId"]);

        (await lea.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task A_form_that_arrives_incomplete_changes_nothing()
    {
        var form = await _ada.FormAsync(Page, "LimitAmount");

        foreach (var part in new[] { "CategoriesMode", "CountriesMode", "Presence" })
            (await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With(part), "save")).Status.ShouldBe(
                HttpStatusCode.BadRequest);
        (await _ada.SendAsync(form.With("CategoriesMode", "some"), "save")).Status.ShouldBe(HttpStatusCode.BadRequest);

        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{_card}'").ShouldBe("0");
    }

    [SkippableFact]
    public async Task An_empty_category_is_told_and_not_a_failure() =>
        (await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("CategoriesMode", "allow").With("Categories", ""), "save"))
            .Status.ShouldBe(HttpStatusCode.BadRequest);

    [SkippableFact]
    public async Task Own_templates_are_saved_for_the_account_and_built_in_ones_apply()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "12.50").With("TemplateName", "Lunch " + _card);
        (await _ada.SendAsync(form, "save-template")).Body.ShouldContain("was saved");
        // What somebody else saved under the name is not written over unasked.
        (await _ada.SendAsync(form.With("LimitAmount", "99"), "save-template")).Body.ShouldContain("There is a template called");
        portal.Text($"SELECT Controls FROM ControlTemplates WHERE Name = 'Lunch {_card}'")!.ShouldContain("1250");
        (await _ada.SendAsync(form.With("LimitAmount", "12.50"), "replace-template")).Body.ShouldContain("was saved");
        var id = portal.Text($"SELECT Id FROM ControlTemplates WHERE Name = 'Lunch {_card}'")!;

        var (_, filled) =
            await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("Template", id.ToLowerInvariant()), "apply-template");
        WebForm.Read(filled, Page, "LimitAmount")["LimitAmount"].ShouldBe("12.50");
        var (_, ready) =
            await _ada.SendAsync((await _ada.FormAsync(Page, "LimitAmount")).With("Template", "no-cash-or-gambling"), "apply-template");
        WebForm.Read(ready, Page, "LimitAmount").All("Categories").ShouldContain("betting_casino_gambling");

        using var lea = await portal.SignedInAsync("lea@demo.test");
        (await lea.GetAsync($"/cards/{DemoSeed.ClaireVirtual}/controls")).ShouldNotContain("Lunch " + _card);

        form = (await _ada.FormAsync(Page, "LimitAmount")).With("Template", id.ToLowerInvariant());
        (await _ada.SendAsync(form, "delete-template")).Body.ShouldContain($"Delete the template Lunch {_card}?");
        (await _ada.GetAsync(Page)).ShouldContain("Lunch " + _card);
        (await _ada.SendAsync(form, "delete-template-" + id.ToLowerInvariant())).Body.ShouldContain("The template was deleted.");
        (await _ada.GetAsync(Page)).ShouldNotContain("Lunch " + _card);
    }

    [SkippableFact]
    public async Task Many_cards_are_asked_about_with_what_would_have_been_declined()
    {
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0");
        var form = (await _ada.FormAsync($"/controls?card={DemoSeed.JennyPhysical}&card={_card}", "Change")).With("Change", "limits")
            .With("LimitAmount", "0").With("LimitInterval", "daily").With("LimitCategories", "");

        var (_, body) = await _ada.SendAsync(form, "review");

        body.ShouldContain("Change 2 cards?");
        body.ShouldMatch(@"Over the last 90 days, (\d+) of \1 purchases with these cards would have been declined, \$");
    }

    [SkippableFact]
    public async Task The_preview_works_without_a_script_and_counts_the_cards_past()
    {
        // Past purchases are imported after the cards.
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0");
        var form = await _ada.FormAsync($"/cards/{DemoSeed.JennyPhysical}/controls", "LimitAmount");

        var (_, none) = await _ada.SendAsync(form.With("LimitAmount", "100000"), "preview");
        var (_, all) = await _ada.SendAsync(form.With("LimitAmount", "0"), "preview");

        none.ShouldMatch("None</strong> of \\d+ purchases");
        all.ShouldMatch(">(\\d+)</span>\\s+of \\1 purchases");
        all.ShouldContain("Daily limit of $0.00");
        all.ShouldContain("<svg");
    }

    /// <summary>Waits until the portal knows of a change made at Stripe.</summary>
    private Task KnownAsync(string text) =>
        portal.UntilAsync(() => portal.Text($"SELECT SpendingControls FROM Cards WHERE Id = '{_card}'")!.Contains(text));

    /// <summary>A change that never reaches Stripe, long enough ago to be looked into.</summary>
    private async Task<WebForm> LoseChangeAsync()
    {
        var form = (await _ada.FormAsync(Page, "LimitAmount")).With("LimitAmount", "50");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOut, "/v1/issuing/cards/" + _card, 1, Method: "POST"));
        (await _ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        portal.Time.Advance(TimeSpan.FromMinutes(3));
        return form;
    }

    private sealed class CardUpdate : global::Stripe.Issuing.CardSpendingControlsOptions;

    private async Task AtStripeAsync(global::Stripe.Issuing.CardSpendingControlsOptions controls) =>
        await new global::Stripe.Issuing.CardService(portal.Stripe()).UpdateAsync(
            _card, new global::Stripe.Issuing.CardUpdateOptions { SpendingControls = controls }, new RequestOptions());
}
