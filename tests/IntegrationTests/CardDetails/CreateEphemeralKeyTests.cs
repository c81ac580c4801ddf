using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.CardDetails;

[Collection(SharedPortal.Name)]
public class CreateEphemeralKeyTests(PortalFixture portal)
{
    [Fact]
    public async Task A_cardholder_gets_a_key_for_their_card_and_the_audit_log_has_it()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var before = portal.Audit(DemoSeed.JennyVirtual).Count;
        var nonce = await portal.NonceAsync(DemoSeed.JennyVirtual);

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answer = await response.JsonAsync();
        answer.Select(member => member.Key).ShouldBe(["id", "ephemeralKeySecret", "expires", "expiresAt", "issuingCard", "nonce"]);
        answer["id"]!.GetValue<string>().ShouldStartWith("ephkey_");
        answer["expires"]!.GetValue<long>().ShouldBe(answer["expiresAt"]!.GetValue<DateTimeOffset>().ToUnixTimeSeconds());
        answer["ephemeralKeySecret"]!.GetValue<string>().ShouldStartWith("ek_test_");
        answer["issuingCard"]!.GetValue<string>().ShouldBe(DemoSeed.JennyVirtual);
        answer["nonce"]!.GetValue<string>().ShouldBe(nonce);
        (answer["expiresAt"]!.GetValue<DateTimeOffset>() - portal.Time.GetUtcNow()).TotalMinutes.ShouldBe(15, 0.1);

        var line = portal.Audit(DemoSeed.JennyVirtual).Skip(before).ShouldHaveSingleItem();
        line.ShouldSatisfyAllConditions(
            () => line.Action.ShouldBe("card_details.reveal"),
            () => line.Actor.ShouldBe("jenny@demo.test"),
            () => line.Address.ShouldBe("127.0.0.1"),
            () => line.Account.ShouldBe(DemoSeed.Platform),
            () => line.Outcome.ShouldBe("Succeeded"),
            () => line.StripeRequest.ShouldStartWith("req_"));
    }

    [Theory]
    [InlineData("claire@demo.test", DemoSeed.ClaireVirtual, DemoSeed.Lumiere)]
    [InlineData("lea@demo.test", DemoSeed.ClaireVirtual, DemoSeed.Lumiere)]
    [InlineData("yuki@demo.test", DemoSeed.YukiPhysical, DemoSeed.Sakura)]
    [InlineData("admin@demo.test", DemoSeed.OmarShipping, DemoSeed.Platform)]
    [InlineData("jenny@demo.test", DemoSeed.JennyFrozen, DemoSeed.Platform)]
    public async Task So_do_connected_cardholders_and_the_admins_of_the_cards_account(string email, string card, string account)
    {
        using var person = await portal.SignedInAsync(email);

        using var response = await person.AskKeyAsync(card, await portal.NonceAsync(card, account));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("jenny@demo.test", DemoSeed.OmarVirtual)] // a colleague's
    [InlineData("jenny@demo.test", DemoSeed.ClaireVirtual)] // another account's
    [InlineData("lea@demo.test", DemoSeed.JennyVirtual)] // an admin, of another account
    [InlineData("lea@demo.test", DemoSeed.YukiVirtual)] // an admin, of another connected account
    [InlineData("admin@demo.test", DemoSeed.ClaireVirtual)] // the platform's admin is not every account's
    [InlineData("nia@demo.test", DemoSeed.JennyVirtual)]
    public async Task A_card_one_may_not_see_answers_exactly_like_one_that_does_not_exist(string email, string card)
    {
        using var person = await portal.SignedInAsync(email);
        var before = portal.Audit(card).Count;

        using var forbidden = await person.AskKeyAsync(card, "ephkn_1whatever");
        using var unknown = await person.AskKeyAsync("ic_1DoesNotExist", "ephkn_1whatever");

        (await forbidden.ProblemAsync(404)).ShouldBe("not_found");
        (await unknown.ProblemAsync(404)).ShouldBe("not_found");
        WithoutTrace(await forbidden.JsonAsync()).ShouldBe(WithoutTrace(await unknown.JsonAsync()));
        portal.Audit(card).Skip(before).ShouldHaveSingleItem().Outcome.ShouldBe("Denied");
    }

    [Fact]
    public async Task Nobody_gets_a_key_without_signing_in()
    {
        using var somebody = portal.Anyone();
        await somebody.RefreshTokenAsync("/sign-in");

        using var response = await somebody.AskKeyAsync(DemoSeed.JennyVirtual, "ephkn_1whatever");

        (await response.ProblemAsync(401)).ShouldBe("sign_in_required");
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8AAAAA")]
    public async Task No_key_without_the_proof_that_our_page_asks(string token)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        jenny.Token = token;

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));

        (await response.ProblemAsync(400)).ShouldBe("antiforgery");
    }

    [Fact]
    public async Task The_proof_of_another_person_does_not_count()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var omar = await portal.SignedInAsync("omar@demo.test");
        jenny.Token = omar.Token;

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));

        (await response.ProblemAsync(400)).ShouldBe("antiforgery");
    }

    public static TheoryData<string?, string?, string> BadShapes => new()
    {
        { null, "ephkn_1whatever", "card_id" },
        { "", "ephkn_1whatever", "card_id" },
        { "ic_\0", "ephkn_1whatever", "card_id" },
        { "ic_ünïcode", "ephkn_1whatever", "card_id" },
        { "ic_" + new string('a', 10_000), "ephkn_1whatever", "card_id" },
        { "ic_1' OR 1=1 --", "ephkn_1whatever", "card_id" },
        { "acct_1SandboxPlatform", "ephkn_1whatever", "card_id" },
        { DemoSeed.JennyVirtual, null, "nonce" },
        { DemoSeed.JennyVirtual, "", "nonce" },
        { DemoSeed.JennyVirtual, "ephkn_\0whatever", "nonce" },
        { DemoSeed.JennyVirtual, "эфемерный-ключ", "nonce" },
        { DemoSeed.JennyVirtual, new string('n', 10_000), "nonce" },
    };

    [Theory]
    [MemberData(nameof(BadShapes))]
    public async Task Bad_ids_are_told_by_their_field(string? card, string? nonce, string field)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.AskKeyAsync(card, nonce);

        (await response.ProblemAsync(400)).ShouldBe("invalid");
        (await response.JsonAsync())["errors"]![field].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[1,2]")]
    [InlineData("{\"card_id\":1,\"nonce\":{}}")]
    public async Task What_is_not_JSON_of_this_shape_is_refused(string body)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.PostAsync("/ephemeral-keys", body);

        (await response.ProblemAsync(400)).ShouldBe("bad_request");
    }

    [Fact]
    public async Task A_form_is_not_JSON()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        jenny.Http.DefaultRequestHeaders.Accept.Clear();

        using var response = await jenny.PostAsync("/ephemeral-keys", "card_id=ic_1&nonce=abc", "application/x-www-form-urlencoded");

        (await response.ProblemAsync(415)).ShouldBe("not_json");
    }

    [Fact]
    public async Task A_megabyte_is_too_much()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.PostAsync("/ephemeral-keys", "{\"card_id\":\"" + new string('a', 1 << 20) + "\"}");

        (await response.ProblemAsync(413)).ShouldBe("too_large");
    }

    [Fact]
    public async Task A_nonce_works_once()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var nonce = await portal.NonceAsync(DemoSeed.JennyVirtual);
        using var first = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var second = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);

        (await second.ProblemAsync(422)).ShouldBe("nonce_refused");
        var line = portal.Audit(DemoSeed.JennyVirtual)[^1];
        line.Outcome.ShouldBe("Failed");
        line.Reason.ShouldBe("nonce_refused");
    }

    [Fact]
    public async Task A_nonce_made_for_another_account_does_not_work()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.AskKeyAsync(
            DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual, DemoSeed.Lumiere));

        (await response.ProblemAsync(422)).ShouldBe("nonce_refused");
        (await response.JsonAsync())["stripeRequestId"]!.GetValue<string>().ShouldStartWith("req_");
    }

    [Fact]
    public async Task A_canceled_card_has_no_details_any_more()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyCanceled, await portal.NonceAsync(DemoSeed.JennyCanceled));

        (await response.ProblemAsync(422)).ShouldBe("card_canceled");
    }

    [Fact]
    public async Task Only_POST_is_taken()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.Http.GetAsync("/ephemeral-keys?card_id=ic_1&nonce=abcdefgh");

        // In Development, static files' own fallback answers GETs that nothing else takes.
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
    }

    private static string WithoutTrace(System.Text.Json.Nodes.JsonObject problem)
    {
        problem.Remove("traceId");
        return problem.ToJsonString();
    }
}
