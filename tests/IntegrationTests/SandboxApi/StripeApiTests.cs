using System.Net;
using System.Text.Json.Nodes;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.SandboxApi;

/// <summary>The sandbox answers as Stripe's API does. Spoken to as raw HTTP, so that Stripe.net hides nothing.</summary>
public sealed class StripeApiTests : IClassFixture<PortalFixture>, IDisposable
{
    private readonly PortalFixture _portal;
    private readonly HttpClient _http;

    public StripeApiTests(PortalFixture portal)
    {
        _portal = portal;
        _http = new HttpClient { BaseAddress = portal.Sandbox.Origin };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", StripeSandbox.Sandbox.SecretKey);
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("sk_test_wrong")]
    [InlineData(StripeSandbox.Sandbox.PublishableKey)]
    public async Task Without_the_secret_key_it_says_nothing(string? key)
    {
        _http.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);

        var (status, error) = await ErrorAsync(await _http.GetAsync("/v1/issuing/cards"));

        status.ShouldBe(401);
        error["type"]!.GetValue<string>().ShouldBe("invalid_request_error");
    }

    [Fact]
    public async Task Every_answer_has_a_request_id()
    {
        using var good = await _http.GetAsync("/v1/account");
        using var bad = await _http.GetAsync("/v1/nothing");

        good.Headers.GetValues("Request-Id").ShouldHaveSingleItem().ShouldStartWith("req_");
        bad.Headers.GetValues("Request-Id").ShouldHaveSingleItem().ShouldStartWith("req_");
        bad.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_answer_holds_card_data()
    {
        var list = await _http.GetStringAsync("/v1/issuing/cards?limit=100");

        list.ShouldContain(CardNumbers.For(DemoSeed.JennyVirtual).Last4);
        list.ShouldNotContain(CardNumbers.For(DemoSeed.JennyVirtual).Number);
        list.ShouldNotContain("_private");
    }

    [Fact]
    public async Task Lists_page_through_everything_newest_first_and_once()
    {
        var ids = new List<string>();
        for (string? after = null; ;)
        {
            var page =
                await JsonAsync(await _http.GetAsync("/v1/issuing/cards?limit=2" + (after is null ? "" : "&starting_after=" + after)));
            ids.AddRange(page["data"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()));
            if (!page["has_more"]!.GetValue<bool>())
                break;
            after = ids[^1];
        }

        ids.Where(id => id.StartsWith("ic_1Sandbox", StringComparison.Ordinal)).ShouldBe(
        [
            DemoSeed.OmarShipping, DemoSeed.OmarVirtual, DemoSeed.JennyExpiring, DemoSeed.JennyCanceled, DemoSeed.JennyFrozen,
            DemoSeed.JennyPhysical, DemoSeed.JennyVirtual,
        ]);
        ids.ShouldBeUnique();
        var back = await JsonAsync(await _http.GetAsync($"/v1/issuing/cards?limit=2&ending_before={DemoSeed.JennyVirtual}"));
        back["data"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()).ShouldBe([DemoSeed.JennyFrozen, DemoSeed.JennyPhysical]);
    }

    [Fact]
    public async Task Lists_filter()
    {
        var canceled = await JsonAsync(await _http.GetAsync($"/v1/issuing/cards?status=canceled&cardholder={DemoSeed.Jenny}"));
        // A cardholder is kept as an id and shown whole.
        canceled["data"]!.AsArray().ShouldHaveSingleItem()!["cardholder"]!["name"]!.GetValue<string>().ShouldBe("Jenny Rosen");

        var future = await JsonAsync(await _http.GetAsync("/v1/issuing/cards?created[gt]=99999999999"));
        future["data"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("starting_after=ic_unknown", "starting_after")]
    [InlineData("colour=red", "colour")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        var (status, error) = await ErrorAsync(await _http.GetAsync("/v1/issuing/cards?" + query));

        status.ShouldBe(400);
        error["param"]!.GetValue<string>().ShouldBe(parameter);
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_as_Stripe_does()
    {
        var (status, error) =
            await ErrorAsync(await PostAsync("/v1/issuing/cards/" + DemoSeed.JennyVirtual, [("spending_controls[colour]", "red")]));

        status.ShouldBe(400);
        error["code"]!.GetValue<string>().ShouldBe("parameter_unknown");
        error["message"]!.GetValue<string>().ShouldBe("Received unknown parameter: spending_controls[colour]");
    }

    [Fact]
    public async Task An_account_sees_its_own_and_no_others()
    {
        (await ErrorAsync(await _http.GetAsync("/v1/issuing/cards/" + DemoSeed.ClaireVirtual))).Error["code"]!.GetValue<string>()
            .ShouldBe("resource_missing");

        _http.DefaultRequestHeaders.Add("Stripe-Account", DemoSeed.Lumiere);
        (await JsonAsync(await _http.GetAsync("/v1/issuing/cards/" + DemoSeed.ClaireVirtual)))["currency"]!.GetValue<string>()
            .ShouldBe("eur");
        (await ErrorAsync(await _http.GetAsync("/v1/issuing/cards/" + DemoSeed.JennyVirtual))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_account_that_is_not_connected_is_refused()
    {
        _http.DefaultRequestHeaders.Add("Stripe-Account", "acct_1Nobody");

        var (status, error) = await ErrorAsync(await _http.GetAsync("/v1/issuing/cards"));

        status.ShouldBe(403);
        error["code"]!.GetValue<string>().ShouldBe("account_invalid");
    }

    [Fact]
    public async Task The_list_of_accounts_is_of_those_connected()
    {
        var list = await JsonAsync(await _http.GetAsync("/v1/accounts"));

        list["data"]!.AsArray().Select(a => a!["id"]!.GetValue<string>()).ShouldBe([DemoSeed.Sakura, DemoSeed.Lumiere]);
    }

    [Fact]
    public async Task A_card_is_issued_to_a_cardholder_and_changed()
    {
        var holder = await JsonAsync(await PostAsync("/v1/issuing/cardholders",
        [
            ("name", "Test Holder"), ("individual[first_name]", "Test"), ("individual[last_name]", "Holder"),
            ("email", "holder@example.com"), ("billing[address][line1]", "1 Main"),
            ("billing[address][city]", "Town"),
            ("billing[address][postal_code]", "12345"), ("billing[address][country]", "US"), ("metadata[team]", "ops"),
        ]));
        var card = await JsonAsync(await PostAsync("/v1/issuing/cards",
        [
            ("cardholder", holder["id"]!.GetValue<string>()), ("currency", "usd"), ("type", "virtual"),
            ("spending_controls[spending_limits][0][amount]", "1000"), ("spending_controls[spending_limits][0][interval]", "daily"),
            ("spending_controls[blocked_categories][]", "betting_casino_gambling"),
        ]));
        card["status"]!.GetValue<string>().ShouldBe("inactive");
        card["spending_controls"]!["spending_limits"]![0]!["amount"]!.GetValue<long>().ShouldBe(1000);
        var path = "/v1/issuing/cards/" + card["id"]!.GetValue<string>();

        var active = await JsonAsync(await PostAsync(path, [("status", "active"), ("metadata[note]", "hi")]));
        active["status"]!.GetValue<string>().ShouldBe("active");
        active["spending_controls"]!["blocked_categories"]!.AsArray().Count.ShouldBe(1, "what is not named stays");

        var cleared = await JsonAsync(await PostAsync(path, [("spending_controls[blocked_categories]", ""), ("metadata[note]", "")]));
        cleared["spending_controls"]!["blocked_categories"]!.AsArray().ShouldBeEmpty();
        cleared["spending_controls"]!["spending_limits"]!.AsArray().Count.ShouldBe(1);
        cleared["metadata"]!.AsObject().ShouldBeEmpty();

        (await JsonAsync(await PostAsync(path, [("status", "canceled"), ("cancellation_reason", "lost")])))[
            "cancellation_reason"]!.GetValue<string>().ShouldBe("lost");
        (await ErrorAsync(await PostAsync(path, [("status", "active")]))).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("type=virtual&currency=usd", "cardholder")]
    [InlineData("type=virtual&cardholder=" + DemoSeed.Jenny, "currency")]
    [InlineData("type=paper&currency=usd&cardholder=" + DemoSeed.Jenny, "type")]
    [InlineData("type=physical&currency=usd&cardholder=" + DemoSeed.Jenny, "shipping")]
    [InlineData("type=virtual&currency=usd&cardholder=" + DemoSeed.Claire, "cardholder")]
    public async Task A_card_that_lacks_something_is_not_issued(string form, string parameter)
    {
        using var response = await _http.PostAsync("/v1/issuing/cards", new StringContent(form, null, "application/x-www-form-urlencoded"));

        (await ErrorAsync(response)).Error["param"]!.GetValue<string>().ShouldBe(parameter);
    }

    [Fact]
    public async Task The_same_idempotency_key_does_a_thing_once()
    {
        (string, string)[] form = [("cardholder", DemoSeed.Nia), ("currency", "usd"), ("type", "virtual")];

        using var first = await PostAsync("/v1/issuing/cards", form, idempotencyKey: "once");
        using var second = await PostAsync("/v1/issuing/cards", form, idempotencyKey: "once");
        using var other = await PostAsync("/v1/issuing/cards", [.. form, ("status", "active")], idempotencyKey: "once");

        (await JsonAsync(second))["id"]!.GetValue<string>().ShouldBe((await JsonAsync(first))["id"]!.GetValue<string>());
        second.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await ErrorAsync(other)).Error["type"]!.GetValue<string>().ShouldBe("idempotency_error");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-03-01")]
    [InlineData("2019-12-03")]
    [InlineData("yesterday")]
    public async Task A_key_needs_a_version_that_knows_nonces(string? version)
    {
        var nonce = await _portal.NonceAsync(DemoSeed.JennyVirtual);

        using var response = await PostAsync(
            "/v1/ephemeral_keys", [("issuing_card", DemoSeed.JennyVirtual), ("nonce", nonce)], version: version);

        (await ErrorAsync(response)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_key_that_is_deleted_shows_nothing_any_more()
    {
        var nonce = await _portal.NonceAsync(DemoSeed.JennyVirtual);
        var key = await JsonAsync(await PostAsync(
            "/v1/ephemeral_keys", [("issuing_card", DemoSeed.JennyVirtual), ("nonce", nonce)], version: "2020-03-02"));
        (await RetrieveAsync(nonce, key)).ShouldBe(HttpStatusCode.OK);

        using var deleted = await _http.DeleteAsync("/v1/ephemeral_keys/" + key["id"]!.GetValue<string>());

        deleted.EnsureSuccessStatusCode();
        (await RetrieveAsync(nonce, key)).ShouldBe(HttpStatusCode.Unauthorized);
        (await RetrieveAsync("ephkn_other", key)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Card_data_is_given_to_no_page_of_another_origin()
    {
        using var response = await _http.PostAsync("/frames/data", new StringContent("{}"));

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Trouble_is_made_on_demand_and_taken_back()
    {
        using var added = await PostAsync("/sandbox/faults", [("kind", "serverError"), ("path", "/v1/account"), ("times", "1")]);
        (await JsonAsync(added))["data"]!.AsArray().Count.ShouldBe(1);
        (await ErrorAsync(await _http.GetAsync("/v1/account"))).Status.ShouldBe(500);
        (await _http.GetAsync("/v1/account")).IsSuccessStatusCode.ShouldBeTrue("it was for one call");

        using var late = await PostAsync("/sandbox/faults", [("kind", "latency"), ("path", "/v1/account"), ("delay_ms", "60000")]);
        late.EnsureSuccessStatusCode();
        var slow = _http.GetAsync("/v1/account");
        await Task.WhenAny(slow, _http.GetAsync("/sandbox/faults"));
        slow.IsCompleted.ShouldBeFalse();
        using var cleared = await _http.DeleteAsync("/sandbox/faults");
        cleared.EnsureSuccessStatusCode();
        for (var deadline = DateTime.UtcNow.AddSeconds(30); !slow.IsCompleted && DateTime.UtcNow < deadline;)
        {
            _portal.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(slow, Task.Delay(20));
        }

        (await slow).IsSuccessStatusCode.ShouldBeTrue("late, but well");
    }

    [Theory]
    [InlineData("kind=earthquake&path=/v1/account", "kind")]
    [InlineData("kind=latency&path=/elsewhere", "path")]
    [InlineData("kind=latency&path=/v1/account&times=-1", "times")]
    public async Task Trouble_that_cannot_be_made_is_refused(string form, string parameter)
    {
        using var response = await _http.PostAsync("/sandbox/faults", new StringContent(form, null, "application/x-www-form-urlencoded"));

        (await ErrorAsync(response)).Error["param"]!.GetValue<string>().ShouldBe(parameter);
    }

    [Theory]
    [InlineData(DemoSeed.JennyVirtual, false, "", true)]
    [InlineData(DemoSeed.JennyPhysical, false, "issuing_elements_2", false)]
    [InlineData(DemoSeed.JennyPhysical, true, "", false)]
    [InlineData(DemoSeed.JennyPhysical, true, "issuing_elements_2", true)]
    public async Task In_live_mode_a_physical_number_needs_the_accounts_permission_and_the_beta(string card, bool allowed, string beta,
        bool shown)
    {
        var folder = Directory.CreateTempSubdirectory("cleanissuing-");
        await using (var live = await StripeSandbox.Sandbox.StartAsync(
            new() { Url = new Uri("http://127.0.0.1:0"), DatabasePath = Path.Combine(folder.FullName, "live.db"), LiveBehavior = true },
            TimeProvider.System))
        {
            using var browser = new HttpClient { BaseAddress = live.Origin };
            browser.DefaultRequestHeaders.Authorization = new("Bearer", StripeSandbox.Sandbox.PublishableKey);
            var made = await JsonAsync(await browser.PostAsync("/browser/nonces", Json(new() { ["issuing_card"] = card })));
            using var server = new HttpClient { BaseAddress = live.Origin };
            server.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
            server.DefaultRequestHeaders.Add("Stripe-Version", "2026-10-28.endive");
            using var permission = new FormUrlEncodedContent([new("allow_retrieve_physical_card_details", allowed ? "true" : "false")]);
            (await server.PostAsync("/sandbox/accounts/" + DemoSeed.Platform, permission)).EnsureSuccessStatusCode();
            using var form = new FormUrlEncodedContent([new("issuing_card", card), new("nonce", made["nonce"]!.GetValue<string>())]);
            var key = await JsonAsync(await server.PostAsync("/v1/ephemeral_keys", form));

            foreach (var field in new[] { "number", "cvc", "expiry", "pin" })
            {
                using var answer = await browser.PostAsync("/frames/data", Json(new()
                {
                    ["issuing_card"] = card,
                    ["nonce"] = made["nonce"]!.DeepClone(),
                    ["ephemeral_key_secret"] = key["secret"]!.DeepClone(),
                    ["field"] = field,
                    ["betas"] = new JsonArray(beta),
                }));
                answer.IsSuccessStatusCode.ShouldBe(shown || field is "expiry" or "pin", field);
            }
        }

        folder.Delete(recursive: true);

        static StringContent Json(JsonObject body) => new(body.ToJsonString());
    }

    private async Task<HttpStatusCode> RetrieveAsync(string nonce, JsonObject key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/browser/cards");
        request.Headers.Authorization = new("Bearer", StripeSandbox.Sandbox.PublishableKey);
        request.Content = new StringContent(new JsonObject
        {
            ["issuing_card"] = DemoSeed.JennyVirtual,
            ["nonce"] = nonce,
            ["ephemeral_key_secret"] = key["secret"]!.DeepClone(),
        }.ToJsonString());
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, (string, string)[] form, string? idempotencyKey = null,
        string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (version is not null)
            request.Headers.Add("Stripe-Version", version);
        request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await _http.SendAsync(request);
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private static async Task<(int Status, JsonObject Error)> ErrorAsync(HttpResponseMessage response)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        response.IsSuccessStatusCode.ShouldBeFalse(body.ToJsonString());
        return ((int)response.StatusCode, body["error"]!.AsObject());
    }
}
