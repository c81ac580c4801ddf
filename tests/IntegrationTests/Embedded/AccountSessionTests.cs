using System.Net;
using System.Text.Json.Nodes;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Embedded;

public sealed class AccountSessionTests(EmbeddedPortal portal) : IClassFixture<EmbeddedPortal>, IDisposable
{
    public void Dispose() => portal.Sandbox.Faults.Clear();

    [Theory]
    [InlineData("lea@demo.test", DemoSeed.Lumiere, true)]
    [InlineData("vera@demo.test", DemoSeed.Lumiere, false)]
    public async Task Features_follow_the_role(string email, string account, bool manages)
    {
        using var person = await portal.SignedInAsync(email);

        var secret = await SecretAsync(person, account);

        foreach (var component in new[] { "issuing_card", "issuing_cards_list" })
        {
            var features = (await ActAsync(secret, component, "card", DemoSeed.ClaireVirtual)).Body["features"]!.AsObject();
            foreach (var feature in new[
                ] { "card_management", "cardholder_management", "card_spend_dispute_management", "spend_control_management" })
                features[feature]!.GetValue<bool>().ShouldBe(manages, feature);
            (features["disable_stripe_user_authentication"]?.GetValue<bool>() == true).ShouldBe(component == "issuing_cards_list");
        }

        portal.Audit(account)
            .ShouldContain(l => l.Action == "embedded.session" && l.Actor == email && l.Outcome == "Succeeded" && l.StripeRequest != null);
    }

    [Fact]
    public async Task An_accounts_settings_take_features_away()
    {
        portal.Execute(
            $"INSERT INTO Memberships (UserId, AccountId, Role) SELECT Id, '{DemoSeed.Sakura}', 'Admin' FROM AspNetUsers WHERE Email = "
            + $"'lea@demo.test'");
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var secret = await SecretAsync(lea, DemoSeed.Sakura);

        var features = (await ActAsync(secret, "issuing_card", "card", DemoSeed.YukiVirtual)).Body["features"]!;

        features["card_management"]!.GetValue<bool>().ShouldBeTrue();
        features["spend_control_management"]!.GetValue<bool>().ShouldBeFalse();
        // Another account's session opens no card of this one.
        (await ActAsync(await SecretAsync(lea, DemoSeed.Lumiere), "issuing_card", "card", DemoSeed.YukiVirtual)).Status.ShouldBe(
            HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("claire@demo.test", DemoSeed.Lumiere, 404)]
    [InlineData("jenny@demo.test", DemoSeed.Lumiere, 404)]
    [InlineData("admin@demo.test", DemoSeed.Lumiere, 404)]
    [InlineData("lea@demo.test", DemoSeed.Platform, 404)]
    [InlineData("admin@demo.test", DemoSeed.Platform, 422)]
    [InlineData("lea@demo.test", "acct_1DoesNotExist", 404)]
    [InlineData("lea@demo.test", "nonsense", 400)]
    public async Task Nobody_else_gets_a_session(string email, string account, int status)
    {
        using var person = await portal.SignedInAsync(email);

        using var response = await AskAsync(person, account);

        await response.ProblemAsync(status);
    }

    [Fact]
    public async Task A_session_wants_a_sign_in_a_token_and_a_body()
    {
        using var nobody = portal.Anyone();
        await nobody.RefreshTokenAsync("/sign-in");
        (await (await AskAsync(nobody, DemoSeed.Lumiere)).ProblemAsync(401)).ShouldBe("sign_in_required");
        using var lea = await portal.SignedInAsync("lea@demo.test");
        lea.Token = "";
        (await (await AskAsync(lea, DemoSeed.Lumiere)).ProblemAsync(400)).ShouldBe("antiforgery");
        await lea.RefreshTokenAsync("/");
        await (await lea.PostAsync("/account-sessions", "{}")).ProblemAsync(400);
        await (await lea.PostAsync("/account-sessions", "nonsense")).ProblemAsync(400);
    }

    [Fact]
    public async Task The_secret_is_not_cached_logged_or_kept()
    {
        using var everything = portal.Logs.KeepEverything();
        using var lea = await portal.SignedInAsync("lea@demo.test");
        using var response = await AskAsync(lea, DemoSeed.Lumiere);
        var secret = (await response.JsonAsync())["clientSecret"]!.GetValue<string>();

        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        portal.Logs.Lines.ShouldContain(l => l.StartsWith("Trace"), "the test must see what is logged");
        portal.Logs.Lines.ShouldNotContain(l => l.Contains(secret));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(portal.DatabasePath)!, "cleanissuing-sandbox.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_refused_preview_is_told_in_words()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ComponentsNotEnabled, "/v1/account_sessions"));

        using var response = await AskAsync(lea, DemoSeed.Lumiere);

        (await response.ProblemAsync(422)).ShouldBe("components_refused");
        (await response.Content.ReadAsStringAsync()).ShouldContain("preview");
    }

    [Theory]
    [InlineData("limit")]
    [InlineData("freeze")]
    public async Task A_feature_that_was_not_granted_is_refused_even_when_the_frame_asks(string action)
    {
        using var vera = await portal.SignedInAsync("vera@demo.test");
        var secret = await SecretAsync(vera, DemoSeed.Lumiere);

        var (status, body) = await ActAsync(secret, "issuing_card", action, DemoSeed.ClaireVirtual, 5);

        status.ShouldBe(HttpStatusCode.Forbidden);
        body["error"]!["message"]!.GetValue<string>().ShouldContain("does not grant");
        (await portal.AtStripeAsync(DemoSeed.ClaireVirtual, DemoSeed.Lumiere)).Status.ShouldBe("active");
    }

    [Fact]
    public async Task A_session_ends()
    {
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var secret = await SecretAsync(lea, DemoSeed.Lumiere);
        (await ActAsync(secret, "issuing_cards_list", "list")).Status.ShouldBe(HttpStatusCode.OK);

        portal.Time.Advance(TimeSpan.FromMinutes(61));

        (await ActAsync(secret, "issuing_cards_list", "list")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_changed_in_the_component_stands_in_our_history_and_audit_log_as_made_there()
    {
        var card = await portal.NewCardAsync(DemoSeed.Claire, "eur", DemoSeed.Lumiere);
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var secret = await SecretAsync(lea, DemoSeed.Lumiere);

        (await ActAsync(secret, "issuing_card", "limit", card, 4321)).Status.ShouldBe(HttpStatusCode.OK);

        await portal.UntilAsync((
            ) => portal.Text($"SELECT Source || ActorName FROM ControlChanges WHERE OwnerId = '{card}'") == "StripeComponentlea@demo.test");
        // Stripe does not say who it was, so the log names no actor of ours; who it may have been stands in the details.
        portal.Audit(card).ShouldContain(l => l.Action == "spend_controls.update_in_component" && l.Actor == "stripe");
        portal.Text($"SELECT Details FROM AuditEntries WHERE Subject = '{card}' AND Action = 'spend_controls.update_in_component'")!
            .ShouldContain("lea@demo.test");
        WebUtility.HtmlDecode(await lea.GetAsync($"/cards/{card}/controls/history"))
            .ShouldContain("Possibly lea@demo.test, in Stripe's component");
    }

    [Fact]
    public async Task Coming_back_from_the_component_reads_the_card_though_no_event_came()
    {
        var card = await portal.NewCardAsync(DemoSeed.Claire, "eur", DemoSeed.Lumiere);
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        portal.Sandbox.Webhooks.Paused = true;
        using var lea = await portal.SignedInAsync("lea@demo.test");
        await ActAsync(await SecretAsync(lea, DemoSeed.Lumiere), "issuing_card", "freeze", card);

        (
            await lea.PostAsync("/embedded-refresh", new JsonObject { ["account"] = DemoSeed.Lumiere, ["card_id"] = card }.ToJsonString(
            ))).StatusCode
            .ShouldBe(HttpStatusCode.NoContent);
        portal.Sandbox.Webhooks.Paused = false;

        portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Inactive");
        await (
            await lea.PostAsync("/embedded-refresh",
            new JsonObject { ["account"] = DemoSeed.Lumiere, ["card_id"] = DemoSeed.JennyVirtual }.ToJsonString())).ProblemAsync(404);
        await (await lea.PostAsync("/embedded-refresh", new JsonObject { ["account"] = DemoSeed.Platform }.ToJsonString()))
            .ProblemAsync(404);
    }

    [Fact]
    public async Task A_viewer_sees_cards_but_no_number_and_changes_nothing()
    {
        using var vera = await portal.SignedInAsync("vera@demo.test");

        (await vera.GetAsync("/cards")).ShouldContain(DemoSeed.ClaireVirtual);
        var page = await vera.GetAsync("/cards/" + DemoSeed.ClaireVirtual);
        page.ShouldNotContain("id=\"show-details\"");
        page.ShouldNotContain("handler=Freeze");
        page.ShouldNotContain("/cancel\"");
        await (await vera.AskKeyAsync(DemoSeed.ClaireVirtual, await portal.NonceAsync(DemoSeed.ClaireVirtual, DemoSeed.Lumiere)))
            .ProblemAsync(403);
        (await vera.GetAsync($"/cards/{DemoSeed.ClaireVirtual}/controls/history")).ShouldNotContain("revert=");
        await vera.GetAsync("/audit", HttpStatusCode.Forbidden);
        var form = new FormUrlEncodedContent([new("__RequestVerificationToken", vera.Token), new("RequestId", "x")]);
        using var frozen = await vera.Http.PostAsync($"/cards/{DemoSeed.ClaireVirtual}?handler=Freeze", form);
        frozen.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/accounts/" + DemoSeed.Platform + "/cards", "admin@demo.test")]
    [InlineData("/accounts/" + DemoSeed.Lumiere + "/cards", "admin@demo.test")]
    [InlineData("/accounts/" + DemoSeed.Lumiere + "/cards", "claire@demo.test")]
    [InlineData("/accounts/" + DemoSeed.Lumiere + "/cards/" + DemoSeed.JennyVirtual, "lea@demo.test")]
    [InlineData("/accounts/nonsense/cards", "lea@demo.test")]
    public async Task A_page_that_is_not_ones_own_does_not_exist(string path, string email)
    {
        using var person = await portal.SignedInAsync(email);

        await person.GetAsync(path, HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpUser person, string account) =>
        person.PostAsync("/account-sessions", new JsonObject { ["account"] = account }.ToJsonString());

    private static async Task<string> SecretAsync(HttpUser person, string account)
    {
        using var response = await AskAsync(person, account);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.JsonAsync())["clientSecret"]!.GetValue<string>();
    }

    /// <summary>Asks as a component's frame does.</summary>
    private async Task<(HttpStatusCode Status, JsonObject Body)> ActAsync(
        string secret, string component, string action, string? card = null, long? amount = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Sandbox.Origin, "/connect/data"));
        request.Headers.Authorization = new("Bearer", Sandbox.PublishableKey);
        request.Content = new StringContent(new JsonObject
        {
            ["client_secret"] = secret,
            ["component"] = component,
            ["action"] = action,
            ["card"] = card,
            ["amount"] = amount,
        }.ToJsonString());
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.JsonAsync());
    }
}
