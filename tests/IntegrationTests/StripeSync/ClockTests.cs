using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

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
    [InlineData("inactive", "blocked")]
    [InlineData("blocked", "inactive")]
    public async Task Of_two_states_of_one_second_Stripes_own_answer_decides(string first, string second)
    {
        var holders = new global::Stripe.Issuing.CardholderService(portal.Stripe());
        portal.Advance(TimeSpan.FromSeconds(2));
        portal.Sandbox.Webhooks.Paused = true;
        var status = first == "inactive" ? "inactive" : "active";
        await holders.UpdateAsync(DemoSeed.Nia, new() { Status = status, Email = $"{first}@demo.test" });
        await holders.UpdateAsync(DemoSeed.Nia, new() { Status = "active", Email = $"{second}2@demo.test" });
        portal.Sandbox.Webhooks.Paused = false;

        await portal.UntilAsync(() =>
            portal.Text($"SELECT Email FROM Cardholders WHERE Id = '{DemoSeed.Nia}'") == $"{second}2@demo.test"
            && portal.Text($"SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0");
    }
}
