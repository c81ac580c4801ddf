using System.Net;
using System.Text.Json.Nodes;
using CleanIssuing.Application.People;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

public abstract class SessionTests(SessionPortal portal)
{
    [SkippableFact]
    public async Task A_copied_cookie_is_dead_after_signing_out()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var copy = Copy(jenny);
        (await copy.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var signedOut = await SignOutAsync(jenny);

        (await copy.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task Signing_out_leaves_nothing_of_the_session_in_the_browser_and_keeps_the_known_device()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var signedOut = await SignOutAsync(jenny);

        signedOut.Headers.GetValues("Clear-Site-Data").ShouldBe(["\"storage\""]);
        jenny.Cookies.ShouldNotContain("cleanissuing.session");
        jenny.Cookies.ShouldNotContain("cleanissuing.antiforgery");
        jenny.Cookies.ShouldContain("cleanissuing.device");
    }

    [SkippableFact]
    public async Task A_person_changes_their_password_and_is_signed_out_everywhere()
    {
        const string Changed = "seven lanterns drift past";
        using var here = await portal.SignedInAsync("yuki@demo.test");
        using var elsewhere = await portal.SignedInAsync("yuki@demo.test");
        async Task<(HttpStatusCode Status, string Body)> ChangeAsync(string current, string fresh) => await here.SendAsync(
            (await here.FormAsync("/me/password", "Current")).With("Current", current).With("New", fresh));

        var (wrong, told) = await ChangeAsync("not my password at all", Changed);
        wrong.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.ShouldContain("This is not your password.");
        (await ChangeAsync(DemoPeople.Password, "short")).Body.ShouldContain("Use at least 12 characters.");
        (await ChangeAsync(DemoPeople.Password, "passwordpassword")).Body.ShouldContain("easy to guess");
        (await ChangeAsync(DemoPeople.Password, DemoPeople.Password)).Body.ShouldContain("the password that you have");
        (await ChangeAsync("", "")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await elsewhere.GetAsync("/");

        (await ChangeAsync(DemoPeople.Password, Changed)).Status.ShouldBe(HttpStatusCode.Found);

        await here.GetAsync("/", HttpStatusCode.Found);
        await elsewhere.GetAsync("/", HttpStatusCode.Found);
        portal.Audit("password").ShouldContain(l => l.Action == "factor.change_password" && l.Outcome == "Succeeded");
        portal.Logs.Lines.ShouldNotContain(l => l.Contains(Changed));
        using var old = portal.Anyone();
        (await SignInAsync(old, DemoPeople.Password)).ShouldBe(HttpStatusCode.OK);
        using var back = portal.Anyone();
        (await SignInAsync(back, Changed)).ShouldBe(HttpStatusCode.Found);

        // As everybody else's tests expect it.
        await portal.Portal.App.Services.SendAsSystemAsync(
            new SetPassword("yuki@demo.test", DemoPeople.Password), CancellationToken.None);

        static async Task<HttpStatusCode> SignInAsync(HttpUser user, string password) => (await user.SendAsync(
            (await user.FormAsync("/sign-in", "Email")).With("Email", "yuki@demo.test").With("Password", password))).Status;
    }

    [SkippableFact]
    public async Task A_session_ends_when_the_person_does_nothing_for_half_an_hour()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        portal.Time.Advance(TimeSpan.FromMinutes(20));
        await jenny.GetAsync("/");
        portal.Time.Advance(TimeSpan.FromMinutes(20));
        await jenny.GetAsync("/");
        portal.Time.Advance(TimeSpan.FromMinutes(31));

        await jenny.GetAsync("/", HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task A_session_ends_after_its_time_whatever_the_person_does()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        for (var minutes = 0; minutes < 120; minutes += 20)
        {
            await jenny.GetAsync("/");
            portal.Time.Advance(TimeSpan.FromMinutes(20));
        }

        await jenny.GetAsync("/", HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task What_a_page_asks_for_by_itself_does_not_prolong_the_session()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Time.Advance(TimeSpan.FromMinutes(20));

        (await LeftAsync(jenny)).ShouldBeInRange(599, 600);
        using var key = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));
        key.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var script = new HttpRequestMessage(HttpMethod.Get, "/cards/" + DemoSeed.JennyVirtual);
        script.Headers.Add("Sec-Fetch-Mode", "cors");
        (await jenny.Http.SendAsync(script)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // A page that reloads by itself, and what is fetched while somebody types, look like navigations but for this.
        await jenny.GetAsync("/?by-itself");
        using var fragment = new HttpRequestMessage(HttpMethod.Get, "/");
        fragment.Headers.Add("X-Fragment", "1");
        fragment.Headers.Add("Sec-Fetch-Mode", "navigate");
        (await jenny.Http.SendAsync(fragment)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await LeftAsync(jenny)).ShouldBeInRange(599, 600);
        portal.Time.Advance(TimeSpan.FromMinutes(11));
        using var refused = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));
        (await refused.ProblemAsync(401)).ShouldBe("sign_in_required");
    }

    [SkippableFact]
    public async Task The_person_may_stay_signed_in_and_nobody_else_may_do_it_for_them()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Time.Advance(TimeSpan.FromMinutes(29));
        using var forged = await jenny.Http.PostAsync("/session", null);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var stay = await jenny.PostAsync("/session", "{}");

        stay.StatusCode.ShouldBe(HttpStatusCode.OK);
        stay.Headers.CacheControl!.NoStore.ShouldBeTrue();
        portal.Time.Advance(TimeSpan.FromMinutes(29));
        await jenny.GetAsync("/");
    }

    [SkippableFact]
    public async Task A_new_password_ends_every_session()
    {
        using var omar = await portal.SignedInAsync("omar@demo.test");

        await portal.Portal.App.Services.SendAsSystemAsync(
            new SetPassword("omar@demo.test", "kettle orbit mango ravine"), CancellationToken.None);

        await omar.GetAsync("/", HttpStatusCode.Found);
        using var again = await omar.SignInAsync("omar@demo.test", "kettle orbit mango ravine");
        again.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task The_database_knows_device_and_address_and_nothing_that_opens_a_session()
    {
        using var nia = portal.Anyone();
        nia.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Test/1.0");
        await nia.SignInAsync("nia@demo.test");

        portal.Text(
            "SELECT s.Device || ' ' || s.IpAddress FROM UserSessions s JOIN AspNetUsers u ON u.Id = s.UserId "
            + "WHERE u.Email = 'nia@demo.test'")
            .ShouldBe("Test/1.0 127.0.0.1");
        portal.Text("SELECT COUNT(*) FROM UserSessions WHERE LENGTH(IdHash) <> 64").ShouldBe("0");
    }

    private static async Task<int> LeftAsync(HttpUser person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/session");
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var answer = await person.Http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["idle"]!.GetValue<int>();
    }

    private static Task<HttpResponseMessage> SignOutAsync(HttpUser person) => person.Http.PostAsync("/sign-out", new FormUrlEncodedContent(
        new Dictionary<string, string> { ["__RequestVerificationToken"] = person.Token }));

    private HttpClient Copy(HttpUser person)
    {
        var copy = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Origin };
        copy.DefaultRequestHeaders.Add("Cookie", person.Cookies);
        copy.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return copy;
    }
}
