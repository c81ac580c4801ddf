using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Extensions.DependencyInjection;
using Stripe.Issuing;

namespace CleanIssuing.IntegrationTests.SpendControls;

/// <summary>What is done to many cards at once, and taken back.</summary>
public abstract class BulkCardsTests(PortalFixture portal) : IAsyncLifetime
{
    private HttpUser _ada = null!;
    private string _first = null!;
    private string _second = null!;

    public async Task InitializeAsync()
    {
        _ada = await portal.SignedInAsync("admin@demo.test");
        (_first, _second) = (await portal.NewCardAsync(), await portal.NewCardAsync());
    }

    public Task DisposeAsync()
    {
        _ada?.Dispose();
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task Many_cards_are_frozen_and_an_undo_unfreezes_those_that_it_froze()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + _second, "Freeze"));

        var question = await ChooseAsync("freeze", _first, _second);
        question.ShouldContain("Freeze 2 cards?");
        question.ShouldContain("1 was frozen by its cardholder");
        var edit = await StartAsync(WebForm.Read(question, "/cards/many", "RequestId").With("Reason", "Office closed"));

        (await StatusAsync(_first)).ShouldBe("inactive");
        Outcome(edit, _first).ShouldBe("Changed");
        Outcome(edit, _second).ShouldBe("Changed", "an admin holds what its cardholder had frozen");
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + _second, "Unfreeze"))).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity);
        var progress = await _ada.GetAsync(edit);
        progress.ShouldContain("Office closed");
        await UndoAsync(edit);

        (await StatusAsync(_first)).ShouldBe("active");
        (await StatusAsync(_second)).ShouldBe("inactive", "it was not active before");
        (await _ada.GetAsync(edit)).ShouldContain("It was undone");
        (await _ada.GetAsync("/controls/edits")).ShouldContain("Undo: freeze 1 card");
        portal.Audit(DemoSeed.Platform).Select(l => l.Action).ShouldContain("cards.freeze");
        portal.Audit(_first).Select(l => l.Action).ShouldBe(["card.freeze", "card.unfreeze"], ignoreOrder: true);
    }

    [SkippableFact]
    public async Task Cards_that_are_not_active_are_left_out_of_a_freeze()
    {
        await _ada.SendAsync(await _ada.ButtonAsync("/cards/" + _second, "Freeze"));

        var question = await ChooseAsync("freeze", _first, _second);
        question.ShouldContain("Freeze 1 card?");
        question.ShouldContain("Not active, so left unchanged: 1 card");
        // The notice of the first freeze has a form of its own, which takes it back.
        var edit = await StartAsync(WebForm.Read(question, "/cards/many", "Reason"));

        portal.Text($"SELECT COUNT(*) FROM BulkEditCards WHERE CardId = '{_second}'").ShouldBe("0");
        Outcome(edit, _first).ShouldBe("Changed");
        (await ChooseAsync("freeze", _first, _second)).ShouldContain("nothing to freeze");
    }

    [SkippableFact]
    public async Task What_somebody_changed_since_is_not_unfrozen_by_an_undo()
    {
        var edit = await FreezeAsync(_first, _second);
        portal.Time.Advance(TimeSpan.FromSeconds(1));
        await _ada.SendAsync(await _ada.ButtonAsync("/cards/" + _first, "Unfreeze"));
        await _ada.SendAsync(await _ada.ButtonAsync("/cards/" + _first, "Freeze"));

        var undo = await UndoAsync(edit);

        Outcome(undo, _first).ShouldBe("Failed");
        (await _ada.GetAsync(undo)).ShouldContain("Somebody has changed it since that edit");
        (await StatusAsync(_first)).ShouldBe("inactive");
        (await StatusAsync(_second)).ShouldBe("active");
    }

    [SkippableFact]
    public async Task Many_cards_are_canceled_once_their_number_was_typed_and_that_is_final()
    {
        var question = await ChooseAsync("cancel", _first, _second);
        var form = WebForm.Read(question, "/cards/many", "RequestId");

        var (status, body) = await _ada.SendAsync(form.With("Confirmation", "3"), "start");
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("Type 2, the number of cards, to confirm.");
        (await StatusAsync(_first)).ShouldBe("active");

        var edit = await StartAsync(form.With("Confirmation", "2"));

        (await StatusAsync(_first)).ShouldBe("canceled");
        (await StatusAsync(_second)).ShouldBe("canceled");
        (await _ada.GetAsync(edit)).ShouldNotContain("Undo this edit");
        var undo = WebForm.Read(Field("requestId", Guid.NewGuid().ToString(), _ada), edit + "?handler=Undo", "requestId");
        (await _ada.SendAsync(undo)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [SkippableFact]
    public async Task An_edit_of_controls_is_undone_from_what_each_card_had_but_not_over_what_came_later()
    {
        await SetAsync(_first, "70");
        await SetAsync(_second, "80");
        var form = (await _ada.FormAsync($"/controls?card={_first}&card={_second}", "Change"))
            .With("Change", "limits").With("LimitAmount", "30").With("LimitInterval", "weekly").With("LimitCategories", "");
        var edit = await StartAsync(form, "save");
        (await LimitAsync(_first)).ShouldBe(30_00);
        await SetAsync(_second, "31");

        var button = WebForm.Read(await _ada.GetAsync(edit), edit, "requestId");
        var undo = await StartAsync(button, null);

        (await LimitAsync(_first)).ShouldBe(70_00);
        (await LimitAsync(_second)).ShouldBe(31_00, "somebody has changed it since");
        Outcome(undo, _first).ShouldBe("Changed");
        Outcome(undo, _second).ShouldBe("Failed");
        (await _ada.GetAsync($"/cards/{_first}/controls/history")).ShouldContain("Reverted the change from");
        // A second click, and whoever comes later, are led to the same undoing.
        (await _ada.LedToAsync(button, null)).ShouldBe(undo);
        (await _ada.LedToAsync(button.With("requestId", Guid.NewGuid().ToString()), null)).ShouldBe(undo);
    }

    [SkippableFact]
    public async Task Cards_of_several_accounts_are_offered_by_account_and_anothers_do_not_exist()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var (status, _) = await lea.SendAsync(Selection(lea, _first, DemoSeed.ClaireVirtual));
        status.ShouldBe(HttpStatusCode.NotFound);
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await jenny.SendAsync(Selection(jenny, _first))).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await lea.GetAsync("/cards/ids")).ShouldNotContain(_first);
        var matching = JsonNode.Parse(await _ada.GetAsync("/cards/ids"))!;
        matching["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldContain(_first);
        matching["total"]!.GetValue<int>().ShouldBe(matching["ids"]!.AsArray().Count);
        await jenny.GetAsync("/cards/ids", HttpStatusCode.Forbidden);
        await lea.GetAsync("/cards/ids?account=" + DemoSeed.Platform, HttpStatusCode.NotFound);
    }

    [SkippableFact]
    public async Task Every_edit_is_found_however_many_there_are()
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IBulkEditStore>();
        var ids = new List<string>();
        // Some of them at the very same moment, long ago.
        for (var i = 0; i < GetBulkEdits.PageSize + 5; i++)
        {
            var id = Guid.NewGuid();
            ids.Add(id.ToString());
            await store.StartAsync(
                new BulkEdit(
                    id, AccountId.Parse(DemoSeed.Platform), "nobody", "Nobody", null,
                    new DateTimeOffset(2024, 1, 1, 0, 0, i / 3, TimeSpan.Zero), new SpendControlsInput(), "Paged", BulkAction.Freeze),
                [], CancellationToken.None);
        }

        try
        {
            var seen = new List<string>();
            for (var next = "/controls/edits"; next is not null;)
            {
                var page = await _ada.GetAsync(next);
                seen.AddRange(Regex.Matches(page, "href=\"/controls/acct_[^/]+/([0-9a-f-]{36})\"").Select(m => m.Groups[1].Value));
                next = Regex.Match(page, "rel=\"next\" href=\"([^\"]+)\"") is { Success: true } link ? link.Groups[1].Value : null;
            }

            seen.Distinct().Count().ShouldBe(seen.Count);
            seen.Count.ShouldBe(int.Parse(portal.Text("SELECT COUNT(*) FROM BulkEdits")!, CultureInfo.InvariantCulture));
            ids.ShouldBeSubsetOf(seen);
            await _ada.GetAsync("/controls/edits?before=" + Guid.NewGuid(), HttpStatusCode.BadRequest);
            await _ada.GetAsync("/controls/edits?before=soon", HttpStatusCode.BadRequest);
        }
        finally
        {
            portal.Execute("DELETE FROM BulkEdits WHERE Reason = 'Paged'");
        }
    }

    [SkippableFact]
    public async Task Who_chooses_no_card_is_told_to_choose_one()
    {
        foreach (var form in new[] { Selection(_ada), Selection(_ada).With("action", "choose") })
        {
            if (form["action"] is not null)
                form.Action = "/controls";
            var (status, body) = await _ada.SendAsync(form);
            status.ShouldBe(HttpStatusCode.BadRequest);
            body.ShouldContain("Choose at least one card.");
        }
    }

    [SkippableFact]
    public async Task The_list_tells_what_was_spent_this_month()
    {
        await new Stripe.TestHelpers.Issuing.AuthorizationService(portal.Stripe()).CreateAsync(new() { Card = _first, Amount = 12_34 });
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM Authorizations WHERE CardId = '{_first}'") == "1");

        (await _ada.GetAsync("/cards?text=" + _first)).ShouldContain("$12.34");
    }

    private static WebForm Selection(HttpUser person, params string[] cards) =>
        WebForm.Read(Field("card", "", person), "/cards/many", "card").With("card", cards).With("what", "freeze");

    /// <summary>A form of one field, as the script of a page sends it.</summary>
    private static string Field(string name, string value, HttpUser person) =>
        $"""<form><input name="{name}" value="{value}"><input name="__RequestVerificationToken" value="{person.Token}"></form>""";

    private async Task<string> ChooseAsync(string what, params string[] cards)
    {
        var (status, body) = await _ada.SendAsync(Selection(_ada, cards).With("what", what));
        status.ShouldBe(HttpStatusCode.OK, body);
        return body;
    }

    private async Task<string> FreezeAsync(params string[] cards) =>
        await StartAsync(WebForm.Read(await ChooseAsync("freeze", cards), "/cards/many", "RequestId"));

    /// <returns>The address of the edit, once it is finished.</returns>
    private async Task<string> StartAsync(WebForm form, string? action = "start") =>
        await FinishedAsync(await _ada.LedToAsync(form, action));

    private async Task<string> UndoAsync(string edit)
    {
        var form = WebForm.Read(await _ada.GetAsync(edit), edit, "requestId");
        return await FinishedAsync(await _ada.LedToAsync(form, null));
    }

    private async Task<string> FinishedAsync(string edit)
    {
        await portal.UntilAsync(
            () => portal.Text($"SELECT COUNT(*) FROM BulkEditCards WHERE BulkEditId = '{Id(edit)}' AND Outcome = 'Waiting'") == "0");
        return edit;
    }

    private string? Outcome(string edit, string card) =>
        portal.Text($"SELECT Outcome FROM BulkEditCards WHERE BulkEditId = '{Id(edit)}' AND CardId = '{card}'");

    private static string Id(string edit) => edit[(edit.LastIndexOf('/') + 1)..].ToUpperInvariant();

    private async Task<string> StatusAsync(string card) => (await portal.AtStripeAsync(card)).Status;

    private async Task<long> LimitAsync(string card) => (await portal.AtStripeAsync(card)).SpendingControls.SpendingLimits.Single().Amount;

    private async Task SetAsync(string card, string amount) => await _ada.SendAsync(
        (await _ada.FormAsync($"/cards/{card}/controls", "LimitAmount")).With("LimitAmount", amount), "save");
}
