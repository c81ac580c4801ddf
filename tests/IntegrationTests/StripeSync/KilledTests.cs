using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class KilledTests
{
    [Fact]
    public async Task Killed_in_the_middle_no_acknowledged_event_is_lost_and_none_is_applied_twice()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("CLEANISSUING_KILLS") ?? "2", CultureInfo.InvariantCulture);
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        var card = await CardJsonAsync(portal);
        var started = DateTimeOffset.UtcNow;
        var acknowledged = new ConcurrentBag<int>();
        var next = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            var (enough, sending) = (acknowledged.Count + 100, new List<Task>());
            for (var sender = 0; sender < 4; sender++)
            {
                sending.Add(Task.Run(async () =>
                {
                    using var stripe = new HttpClient { BaseAddress = portal.Origin };
                    try
                    {
                        while (true)
                        {
                            var i = Interlocked.Increment(ref next);
                            if (await SendAsync(stripe, card, started, i) == HttpStatusCode.OK)
                                acknowledged.Add(i);
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // It was killed.
                    }
                }));
            }

            await PortalProcess.UntilAsync(() => Task.FromResult(acknowledged.Count > enough));
            await portal.KillAsync();
            await Task.WhenAll(sending);
            await portal.StartAsync();
        }

        using var again = new HttpClient { BaseAddress = portal.Origin };
        foreach (var i in acknowledged.Order().TakeLast(200))
            (await SendAsync(again, card, started, i)).ShouldBe(HttpStatusCode.OK);
        await PortalProcess.UntilAsync(
            () => Task.FromResult(portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0"));

        var kept = portal.Rows("SELECT Id FROM WebhookEvents WHERE State = 'Processed' AND Id LIKE 'evt_killed%'").ToHashSet();
        acknowledged.Select(Id).Except(kept).ShouldBeEmpty("what was acknowledged is there, whatever came afterwards");
        // Each event changes the limit of one card to an amount of its own: none of them is written down twice.
        portal.Text("SELECT COUNT(*) FROM (SELECT After FROM ControlChanges GROUP BY After HAVING COUNT(*) > 1)").ShouldBe("0");
        var last = kept.Max(id => int.Parse(id["evt_killed".Length..], CultureInfo.InvariantCulture));
        portal.Text($"SELECT COUNT(*) FROM Cards WHERE SpendingControls LIKE '%\"amount\":{last + 1},%'").ShouldBe("1", "the latest holds");
    }

    [Fact]
    public async Task An_import_of_past_purchases_that_was_killed_goes_on_where_it_was()
    {
        await using var portal = new PortalProcess("--Sandbox:Seed:Cards=20", "--Sandbox:Seed:Authorizations=6000");
        await portal.StartAsync();
        await PortalProcess.UntilAsync(() => Task.FromResult(
            portal.Text("SELECT COUNT(*) FROM Authorizations") is { Length: > 2 }
            || portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0"));
        await portal.KillAsync();
        portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished").ShouldNotBe("0", "it was killed in the middle");
        var before = portal.Text("SELECT COUNT(*) FROM Authorizations");

        await portal.StartAsync();
        await PortalProcess.UntilAsync(
            () => Task.FromResult(portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0"));

        int.Parse(portal.Text("SELECT COUNT(*) FROM Authorizations")!, CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(int.Parse(before!, CultureInfo.InvariantCulture));
        foreach (var account in new[] { null, DemoSeed.Lumiere, DemoSeed.Sakura })
        {
            var stripe = new global::Stripe.Issuing.AuthorizationService(Client(portal)).ListAutoPaging(
                new global::Stripe.Issuing.AuthorizationListOptions { Limit = 100 },
                new global::Stripe.RequestOptions { StripeAccount = account });
            portal.Text($"SELECT COUNT(*) FROM Authorizations WHERE AccountId = '{account ?? DemoSeed.Platform}'")
                .ShouldBe(stripe.Count().ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_bulk_edit_killed_half_way_goes_on_and_changes_each_card_once()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        var cards = await CardsAsync(portal, 40);
        await PortalProcess.UntilAsync(
            () => Task.FromResult(portal.Text("SELECT COUNT(*) FROM Cards WHERE CardholderId = '" + DemoSeed.Nia + "'") == "40"));
        using var ada = new HttpUser(portal.Origin);
        await ada.SignInAsync("admin@demo.test");
        var path = "/controls?card=" + string.Join("&card=", cards);
        var form = WebForm.Read(await ada.GetAsync(path), path, "Change")
            .With("Change", "limits").With("LimitAmount", "33").With("LimitInterval", "daily").With("LimitCategories", "");

        (await ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);
        await PortalProcess.UntilAsync(() => Task.FromResult(
            int.Parse(portal.Text("SELECT COUNT(*) FROM BulkEditCards WHERE Outcome <> 'Waiting'")!,
                CultureInfo.InvariantCulture) >= 3));
        await portal.KillAsync();
        portal.Text("SELECT COUNT(*) FROM BulkEditCards WHERE Outcome = 'Waiting'").ShouldNotBe("0", "it was killed half way");
        await portal.StartAsync();

        await PortalProcess.UntilAsync(
            () => Task.FromResult(portal.Text("SELECT COUNT(*) FROM BulkEditCards WHERE Outcome = 'Waiting'") == "0"));
        portal.Text("SELECT COUNT(*) FROM Cards WHERE CardholderId = '" + DemoSeed.Nia + "' AND SpendingControls LIKE '%\"amount\":3300,%'")
            .ShouldBe("40");
        portal.Text("SELECT MAX(lines) FROM (SELECT COUNT(*) AS lines FROM ControlChanges GROUP BY OwnerId)").ShouldBe("1");
        portal.Text("SELECT COUNT(DISTINCT OwnerId) FROM ControlChanges").ShouldBe("40");
    }

    private static async Task<List<string>> CardsAsync(PortalProcess portal, int count)
    {
        var service = new global::Stripe.Issuing.CardService(Client(portal));
        var cards = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var card = await service.CreateAsync(new global::Stripe.Issuing.CardCreateOptions
            {
                Cardholder = DemoSeed.Nia,
                Currency = "usd",
                Type = "virtual",
                Status = "active",
            });
            cards.Add(card.Id);
        }

        return cards;
    }

    private static global::Stripe.StripeClient Client(PortalProcess portal) => new(new global::Stripe.StripeClientOptions
    {
        ApiKey = Sandbox.SecretKey,
        ApiBase = portal.SandboxOrigin.GetLeftPart(UriPartial.Authority),
    });

    private static string Id(int i) => $"evt_killed{i}";

    private static async Task<JsonObject> CardJsonAsync(PortalProcess portal)
    {
        using var http = new HttpClient();
        using var request =
            new HttpRequestMessage(HttpMethod.Get, new Uri(portal.SandboxOrigin, "/v1/issuing/cards/" + DemoSeed.JennyVirtual));
        request.Headers.Authorization = new("Bearer", Sandbox.SecretKey);
        using var response = await http.SendAsync(request);
        return await response.JsonAsync();
    }

    private static Task<HttpStatusCode> SendAsync(HttpClient stripe, JsonObject card, DateTimeOffset started, int i)
    {
        // A card of the events' own, which no import brings another state of.
        var content = card.DeepClone();
        content["id"] = "ic_1Killed";
        content["spending_controls"]!["spending_limits"]![0]!["amount"] = i + 1;
        var body = new JsonObject
        {
            ["id"] = Id(i),
            ["object"] = "event",
            ["type"] = "issuing_card.updated",
            ["livemode"] = false,
            ["created"] = started.AddDays(-1).AddSeconds(i).ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = content },
        }.ToJsonString();
        return stripe.PostEventAsync(body, DateTimeOffset.UtcNow);
    }
}
