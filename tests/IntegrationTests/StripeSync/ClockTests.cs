using System.Text.Json.Nodes;
using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>States are dated by Stripe's clock, so the portal's may be wrong.</summary>
public abstract class ClockTests(InStepPortal portal)
{
    [SkippableFact]
    public async Task What_happens_at_Stripe_right_after_a_change_made_here_is_seen()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(System.Net.HttpStatusCode.Found);
        portal.Advance(TimeSpan.FromSeconds(2));

        await new global::Stripe.Issuing.CardService(portal.Stripe())
            .UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "active" });

        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Active");
    }

    [SkippableFact]
    public async Task An_older_state_that_arrives_late_changes_nothing()
    {
        var card = await portal.NewCardAsync();
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0");
        var before = int.Parse(
            portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Processed'")!,
            System.Globalization.CultureInfo.InvariantCulture);
        // Two of the Dashboard's, and one of the portal's own change.
        var told = (before + 3).ToString(System.Globalization.CultureInfo.InvariantCulture);
        portal.Sandbox.Webhooks.Paused = true;
        await cards.UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "inactive" });
        portal.Advance(TimeSpan.FromSeconds(2));
        await cards.UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "active" });
        portal.Advance(TimeSpan.FromSeconds(2));
        using var ada = await portal.SignedInAsync("admin@demo.test");
        // Reads the card from Stripe.
        (await ada.SendAsync((await ada.FormAsync($"/cards/{card}/controls", "LimitAmount")).With("LimitAmount", "70"), "save")).Status
            .ShouldBe(System.Net.HttpStatusCode.Found);
        portal.Sandbox.Webhooks.Paused = false;

        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Processed'") == told);

        portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Active");
    }

    [SkippableTheory]
    [InlineData("inactive", "active")]
    [InlineData("active", "inactive")]
    public async Task Stripe_decides_between_two_states_of_one_second(string first, string second)
    {
        var card = await portal.NewCardAsync();
        portal.Advance(TimeSpan.FromSeconds(2));
        // Stripe tells of both itself; these two come in an order of the test's.
        portal.Sandbox.Webhooks.Paused = true;
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        var states = new Dictionary<string, JsonNode>();
        foreach (var status in new[] { "inactive", "active" })
        {
            var state = await cards.UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = status });
            states[status] = JsonNode.Parse(state.RawJsonElement!.Value.GetRawText())!;
        }

        try
        {
            await DecideAsync(card, states[first], states[second]);
        }
        finally
        {
            portal.Sandbox.Webhooks.Paused = false;
        }
    }

    [SkippableFact]
    public async Task An_event_of_the_same_second_that_arrives_after_our_answer_puts_nothing_into_the_history_and_ends_no_freeze()
    {
        var card = await portal.NewCardAsync();
        portal.Advance(TimeSpan.FromSeconds(2));
        var earlier = JsonNode.Parse((await new global::Stripe.Issuing.CardService(portal.Stripe()).GetAsync(card))
            .RawJsonElement!.Value.GetRawText())!;
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await ada.SendAsync((await ada.FormAsync($"/cards/{card}/controls", "LimitAmount")).With("LimitAmount", "70"), "save")).Status
            .ShouldBe(System.Net.HttpStatusCode.Found);
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(System.Net.HttpStatusCode.Found);

        using (var stripe = new HttpClient { BaseAddress = portal.Origin })
            await SendAsync(stripe, earlier);

        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0"
            && portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{card}'") == "0");
        portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Inactive");
        portal.Text($"SELECT COUNT(*) FROM ControlChanges WHERE OwnerId = '{card}'").ShouldBe("1");
        portal.Text($"SELECT COUNT(*) FROM CardFreezes WHERE CardId = '{card}'").ShouldBe("1");
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Unfreeze"))).Status.ShouldBe(System.Net.HttpStatusCode.Found);
    }

    private async Task DecideAsync(string card, JsonNode first, JsonNode second)
    {
        using var stripe = new HttpClient { BaseAddress = portal.Origin };
        await SendAsync(stripe, first);
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0");
        await SendAsync(stripe, second);
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0");

        // At Stripe the card is active, whichever came last.
        await portal.UntilAsync(() =>
        {
            portal.Advance(TimeSpan.FromSeconds(10));
            return portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Active"
                && portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{card}'") == "0";
        });
    }

    private async Task SendAsync(HttpClient stripe, JsonNode card)
    {
        var body = new JsonObject
        {
            ["id"] = "evt_" + Guid.NewGuid().ToString("N"),
            ["object"] = "event",
            ["type"] = "issuing_card.updated",
            ["livemode"] = false,
            ["created"] = portal.StripeTime.GetUtcNow().ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = card },
        }.ToJsonString();
        (await stripe.PostEventAsync(body, portal.StripeTime.GetUtcNow())).ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
