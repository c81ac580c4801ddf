using System.Net;
using System.Text.Json.Nodes;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.SandboxApi;

/// <summary>What Stripe refuses, the sandbox refuses too: whoever sets real keys meets nothing new.</summary>
public sealed class StrictnessTests : IClassFixture<PortalFixture>, IDisposable
{
    private const string NewCard = $"cardholder={DemoSeed.Jenny}&currency=usd&type=virtual";

    private readonly PortalFixture _portal;
    private readonly HttpClient _http;

    public StrictnessTests(PortalFixture portal)
    {
        _portal = portal;
        _http = new HttpClient { BaseAddress = portal.Sandbox.Origin };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", StripeSandbox.Sandbox.SecretKey);
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("/v1/issuing/cards", NewCard + "&spending_controls[blocked_categories]=", "spending_controls[blocked_categories]")]
    [InlineData("/v1/issuing/cards", NewCard + "&spending_controls[spending_limits]=", "spending_controls[spending_limits]")]
    [InlineData("/v1/issuing/cards", NewCard + "&status=", "status")]
    [InlineData("/v1/issuing/cards/" + DemoSeed.JennyVirtual,
        "spending_controls[spending_limits][0][amount]=1&spending_controls[spending_limits][0][interval]=daily"
        + "&spending_controls[spending_limits][0][categories]=", "spending_controls[spending_limits][0][categories]")]
    [InlineData("/v1/issuing/cardholders/" + DemoSeed.Jenny, "email=", "email")]
    public async Task An_empty_value_is_refused_where_Stripe_unsets_nothing(string path, string form, string parameter)
    {
        var error = await RefusedAsync(await PostAsync(path, form));

        error["code"]!.GetValue<string>().ShouldBe("parameter_invalid_empty");
        error["param"]!.GetValue<string>().ShouldBe(parameter);
    }

    [Theory]
    [InlineData("0=1")]
    [InlineData("=1")]
    [InlineData("[a]=1")]
    [InlineData("metadata[a][b]=1")]
    [InlineData("currency=u&cardholder=" + DemoSeed.Jenny + "&type=virtual")]
    [InlineData("spending_controls[spending_limits][0][amount]=9223372036854775807")]
    public async Task What_makes_no_sense_is_refused_and_no_failure(string form)
    {
        await RefusedAsync(await PostAsync("/v1/issuing/cards", form));
        await RefusedAsync(await PostAsync("/v1/issuing/cards/" + DemoSeed.JennyVirtual, form));
        await RefusedAsync(await PostAsync("/v1/issuing/cards", new string('n', 3000) + "=1"));
    }

    [Fact]
    public async Task No_card_is_activated_of_somebody_whose_name_Stripe_does_not_know()
    {
        using var made = await PostAsync(
            "/v1/issuing/cardholders", "name=Nameless&billing[address][line1]=1&billing[address][city]=C&billing[address][postal_code]=1"
            + "&billing[address][country]=US&individual[first_name]=Ina");
        var holder = JsonNode.Parse(await made.Content.ReadAsStringAsync())!;
        holder["requirements"]!["past_due"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("individual.last_name");
        var address = "/v1/issuing/cardholders/" + holder["id"]!.GetValue<string>();
        var card = $"cardholder={holder["id"]}&currency=usd&type=virtual";

        (await RefusedAsync(await PostAsync("/v1/issuing/cards", card + "&status=active")))["param"]!.GetValue<string>().ShouldBe("status");
        using var waiting = await PostAsync("/v1/issuing/cards", card);
        var id = JsonNode.Parse(await waiting.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        await RefusedAsync(await PostAsync("/v1/issuing/cards/" + id, "status=active"));

        (await PostAsync(address, "individual[last_name]=Named")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync("/v1/issuing/cards/" + id, "status=active")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_update_unsets_a_list_with_an_empty_value()
    {
        var card = await _portal.NewCardAsync();
        (await PostAsync("/v1/issuing/cards/" + card, "spending_controls[blocked_merchant_countries][]=FR"))
            .StatusCode.ShouldBe(HttpStatusCode.OK);

        (await PostAsync("/v1/issuing/cards/" + card, "spending_controls[blocked_merchant_countries]="))
            .StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _portal.AtStripeAsync(card)).SpendingControls.BlockedMerchantCountries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("virtual", "active", "damaged", "replacement_reason")]
    [InlineData("virtual", "active", "lost", "replacement_reason")]
    [InlineData("virtual", "canceled", "stolen", "replacement_reason")]
    [InlineData("virtual", "canceled", "expired", "replacement_reason")]
    [InlineData("virtual", "active", "expired&cardholder=" + DemoSeed.Omar, "cardholder")]
    public async Task A_replacement_follows_Stripes_rules(string type, string status, string reason, string parameter)
    {
        var card = await _portal.NewCardAsync(type: type);
        if (status == "canceled")
            await JsonAsync(await PostAsync("/v1/issuing/cards/" + card, "status=canceled&cancellation_reason=lost"));

        var error = await RefusedAsync(await PostAsync(
            "/v1/issuing/cards", $"currency=usd&type={type}&replacement_for={card}&replacement_reason={reason}"));

        error["param"]!.GetValue<string>().ShouldBe(parameter);
    }

    [Fact]
    public async Task A_reason_without_the_card_it_is_about_is_refused() =>
        await RefusedAsync(await PostAsync("/v1/issuing/cards", NewCard + "&replacement_reason=expired"));

    [Theory]
    [InlineData("/v1/issuing/cards?status=bogus")]
    [InlineData("/v1/issuing/cardholders?type=bogus")]
    [InlineData("/v1/issuing/authorizations?status=bogus")]
    [InlineData("/v1/issuing/cards?starting_after=" + DemoSeed.JennyVirtual + "&ending_before=" + DemoSeed.JennyPhysical)]
    [InlineData("/v1/issuing/cards/" + DemoSeed.JennyVirtual + "?expand[]=colour")]
    [InlineData("/v1/issuing/cards?expand[]=data.colour")]
    [InlineData("/v1/issuing/cards?expand[]=data.number")]
    [InlineData("/v1/issuing/cards/" + DemoSeed.JennyPhysical + "?expand[]=cvc")]
    [InlineData("/v1/events?type=issuing_*")]
    [InlineData("/v1/events?types[]=issuing_card.*")]
    [InlineData("/v1/events?types[]=issuing_card.created&type=issuing_card.updated")]
    public async Task What_no_list_knows_is_refused(string address) => await RefusedAsync(await _http.GetAsync(address));

    [Theory]
    [InlineData("1999-01-01", false)]
    [InlineData("2026-10-28.bogus", false)]
    [InlineData("2026-10-28", false)]
    [InlineData("2026-10-28.acacia", false)]
    [InlineData("2026-10-27.endive", false)]
    [InlineData("2099-01-01.endive", false)]
    [InlineData("2020-08-27", true)]
    [InlineData("2025-03-31.basil", true)]
    [InlineData("2026-10-28.endive", true)]
    public async Task A_version_is_one_that_Stripe_has_and_comes_back(string version, bool known)
    {
        _http.DefaultRequestHeaders.Add("Stripe-Version", version);
        using var answer = await _http.GetAsync("/v1/account");

        answer.IsSuccessStatusCode.ShouldBe(known);
        answer.Headers.GetValues("Stripe-Version").ShouldBe([known ? version : "2026-10-28.endive"]);
    }

    [Fact]
    public async Task Events_are_asked_for_by_name_or_by_a_documented_pattern()
    {
        await _portal.NewCardAsync();
        await PostAsync("/v1/issuing/cardholders/" + DemoSeed.Jenny, "metadata[a]=1");

        foreach (var (query, types) in new[]
        {
            ("types[]=issuing_card.created&types[]=issuing_card.updated", new[] { "issuing_card.created", "issuing_card.updated" }),
            ("type=issuing_cardholder.*", ["issuing_cardholder.created", "issuing_cardholder.updated"]),
        })
        {
            var list = await JsonAsync(await _http.GetAsync("/v1/events?limit=100&" + query));

            list["data"]!.AsArray().ShouldNotBeEmpty();
            list["data"]!.AsArray().ShouldAllBe(e => types.Contains(e!["type"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Objects_are_shown_whole_where_that_is_asked_for()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/v1/issuing/cards/{DemoSeed.LucReplacement}?expand[]=replacement_for")
        {
            Headers = { { "Stripe-Account", DemoSeed.Lumiere } },
        };
        var card = await JsonAsync(await _http.SendAsync(request));
        card["replacement_for"]!["id"]!.GetValue<string>().ShouldBe(DemoSeed.LucStolen);
        card["replacement_for"]!["cardholder"]!["name"]!.GetValue<string>().ShouldBe("Luc Bernard");
        (await JsonAsync(await _http.GetAsync($"/v1/issuing/cards/{DemoSeed.JennyVirtual}?expand[]=number")))["number"]!
            .GetValue<string>().ShouldBe(CardNumbers.For(DemoSeed.JennyVirtual).Number);

        var list = await JsonAsync(await _http.GetAsync(
            $"/v1/issuing/authorizations?card={DemoSeed.JennyVirtual}&limit=1&expand[]=data.cardholder"));
        list["data"]![0]!["cardholder"]!["name"]!.GetValue<string>().ShouldBe("Jenny Rosen");
    }

    [Fact]
    public async Task A_failure_after_the_work_was_done_is_the_answer_to_its_key_from_then_on()
    {
        _portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerErrorAfter, "/v1/issuing/cards", 1, Method: "POST"));
        var before = _portal.CardsAtStripe(DemoSeed.Nia);
        foreach (var _ in new[] { 1, 2 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/issuing/cards")
            {
                Headers = { { "Idempotency-Key", "kept-failure" } },
                Content = Form(NewCard.Replace(DemoSeed.Jenny, DemoSeed.Nia)),
            };
            using var answer = await _http.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }

        _portal.CardsAtStripe(DemoSeed.Nia).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_key_that_is_in_use_is_refused()
    {
        _portal.Sandbox.Faults.Add(new Fault(FaultKind.Latency, "/v1/issuing/cards", 1, TimeSpan.FromSeconds(1), "POST"));
        var calls = new[] { CallAsync(), CallAsync() }.ToList();

        var first = await Task.WhenAny(calls);
        first.Result.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        JsonNode.Parse(await first.Result.Content.ReadAsStringAsync())!["error"]!["code"]!.GetValue<string>()
            .ShouldBe("idempotency_key_in_use");
        calls.Remove(first);
        await _portal.UntilAsync(() =>
        {
            _portal.Time.Advance(TimeSpan.FromSeconds(1));
            return calls[0].IsCompleted;
        });
        var made = await JsonAsync(await calls[0]);
        (await JsonAsync(await CallAsync()))["id"]!.GetValue<string>().ShouldBe(made["id"]!.GetValue<string>());

        async Task<HttpResponseMessage> CallAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/issuing/cards")
            {
                Headers = { { "Idempotency-Key", "in-use" } },
                Content = Form(NewCard),
            };
            return await _http.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("kwd")]
    [InlineData("xyz")]
    public async Task A_card_is_in_the_currency_of_its_accounts_country(string currency)
    {
        var error = await RefusedAsync(await PostAsync("/v1/issuing/cards", NewCard.Replace("usd", currency)));

        error["param"]!.GetValue<string>().ShouldBe("currency");
    }

    [Fact]
    public async Task Purchases_are_listed_newest_first_whenever_they_were_stored()
    {
        foreach (var query in new[]
        {
            "limit=40", "limit=40&status=closed", "limit=40&cardholder=" + DemoSeed.Jenny, "limit=40&card=" + DemoSeed.JennyVirtual,
        })
        {
            var whole = await PageAsync(query);
            whole.ShouldBe(whole.OrderByDescending(p => p.Created));
            var tail = await PageAsync(query + "&starting_after=" + whole[19].Id);
            tail.Take(20).ShouldBe(whole.Skip(20), query);
            (await PageAsync(query.Replace("limit=40", "limit=20") + "&ending_before=" + whole[20].Id))
                .ShouldBe(whole.Take(20), query);
            var between = await PageAsync($"{query}&created[gte]={whole[19].Created}&created[lt]={whole[9].Created}");
            between.ShouldBe(whole.Where(p => p.Created >= whole[19].Created && p.Created < whole[9].Created), query);
        }

        async Task<List<(string Id, long Created)>> PageAsync(string query) =>
            [
                .. (await JsonAsync(await _http.GetAsync("/v1/issuing/authorizations?" + query)))["data"]!.AsArray()
                    .Select(p => (p!["id"]!.GetValue<string>(), p["created"]!.GetValue<long>())),
            ];
    }

    [Fact]
    public async Task Fields_of_one_item_of_a_list_belong_together()
    {
        var card = await _portal.NewCardAsync();

        (await PostAsync("/v1/issuing/cards/" + card,
            "spending_controls[spending_limits][][amount]=7&spending_controls[spending_limits][][interval]=daily"
            + "&spending_controls[spending_limits][][categories][]=bakeries&spending_controls[spending_limits][][categories][]=florists"
            + "&spending_controls[spending_limits][][amount]=9&spending_controls[spending_limits][][interval]=monthly"))
            .StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _portal.AtStripeAsync(card)).SpendingControls.SpendingLimits.Select(l => (l.Amount, l.Interval, l.Categories?.Count ?? 0))
            .ShouldBe([(7, "daily", 2), (9, "monthly", 0)]);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string form) =>
        await _http.PostAsync(new Uri(path, UriKind.Relative), Form(form));

    private static StringContent Form(string form) => new(form, null, "application/x-www-form-urlencoded");

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private static async Task<JsonObject> RefusedAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
        return JsonNode.Parse(body)!["error"]!.AsObject();
    }
}
