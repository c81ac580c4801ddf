using System.Net;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>A portal of its own: these lock people out.</summary>
public abstract class SignInTests(PortalFixture portal)
{
    [SkippableFact]
    public async Task Whoever_has_not_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        using var jenny = portal.Anyone();
        using var led = await jenny.Http.GetAsync("/cards/" + DemoSeed.JennyVirtual);
        led.StatusCode.ShouldBe(HttpStatusCode.Found);
        led.Headers.Location!.OriginalString.ShouldStartWith("/sign-in?returnUrl=%2Fcards%2F");

        using var back = await jenny.SignInAsync("jenny@demo.test", returnUrl: "/cards/" + DemoSeed.JennyVirtual);

        back.Headers.Location!.ToString().ShouldBe("/cards/" + DemoSeed.JennyVirtual);
    }

    [SkippableTheory]
    [InlineData("image/png")]
    [InlineData("application/json")]
    [InlineData("*/*")]
    public async Task Whatever_a_client_takes_it_is_led_to_the_sign_in_page(string accept)
    {
        using var somebody = portal.Anyone();
        somebody.Http.DefaultRequestHeaders.Accept.Clear();
        somebody.Http.DefaultRequestHeaders.Accept.ParseAdd(accept);

        using var led = await somebody.Http.GetAsync("/");

        led.StatusCode.ShouldBe(HttpStatusCode.Found);
        led.Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
    }

    [SkippableTheory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        using var jenny = portal.Anyone();

        using var response = await jenny.SignInAsync("jenny@demo.test", returnUrl: returnUrl);

        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [SkippableFact]
    public async Task A_wrong_password_and_an_unknown_address_look_alike_and_what_was_typed_stays()
    {
        using var somebody = portal.Anyone();

        using var wrong = await somebody.SignInAsync("nia@demo.test", "not the password");
        using var unknown = await somebody.SignInAsync("nobody@demo.test", "not the password");

        var pages = new[] { await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync() };
        pages.ShouldAllBe(page => page.Contains("The address or the password is not right"));
        pages[0].ShouldContain("value=\"nia@demo.test\"");
        pages.ShouldAllBe(page => !page.Contains("not the password"));
    }

    [SkippableFact]
    public async Task An_empty_form_says_what_is_missing_beside_its_fields()
    {
        using var somebody = portal.Anyone();

        using var response = await somebody.SignInAsync("", "");

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("Enter your e-mail address.");
        page.ShouldContain("Enter your password.");
    }

    [SkippableFact]
    public async Task Five_wrong_passwords_lock_the_sign_in_for_a_while()
    {
        using var yuki = portal.Anyone();
        await WrongAsync(yuki, "yuki@demo.test", 5);

        using var locked = await yuki.SignInAsync("yuki@demo.test");
        locked.StatusCode.ShouldBe(HttpStatusCode.OK, "the form is shown again");
        (await locked.Content.ReadAsStringAsync()).ShouldContain("too many tries");

        portal.Time.Advance(TimeSpan.FromSeconds(31));
        using var right = await yuki.SignInAsync("yuki@demo.test");
        right.StatusCode.ShouldBe(HttpStatusCode.Found);
        portal.Audit("yuki@demo.test").Select(line => (line.Action, line.Outcome, line.Reason)).ShouldBe(
        [
            ("people.add_cardholder", "Succeeded", null),
            .. Enumerable.Repeat(("session.sign_in_failed", "Denied", (string?)"password_wrong"), 5),
            ("session.locked", "Denied", "locked"),
            ("session.sign_in", "Succeeded", null),
        ]);
    }

    [SkippableFact]
    public async Task A_stranger_cannot_keep_out_whoever_comes_from_a_known_device()
    {
        using var claire = await portal.SignedInAsync("claire@demo.test");
        await claire.Http.PostAsync("/sign-out", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = claire.Token }));
        using var stranger = portal.Anyone();
        await WrongAsync(stranger, "claire@demo.test", 105);

        using var elsewhere = await portal.Anyone().SignInAsync("claire@demo.test");
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.OK, "the form is shown again");
        using var again = await claire.SignInAsync("claire@demo.test");
        again.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableTheory]
    [InlineData("/é")]
    [InlineData("/cards?text=\u2028")]
    public async Task The_way_back_may_have_letters_of_any_language(string returnUrl)
    {
        using var jenny = portal.Anyone();

        using var response = await jenny.SignInAsync("jenny@demo.test", returnUrl: returnUrl);

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        Uri.UnescapeDataString(response.Headers.Location!.OriginalString).ShouldBe(returnUrl);

        using var byAddress = portal.Anyone();
        await byAddress.RefreshTokenAsync("/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = "jenny@demo.test",
            ["Password"] = DemoPeople.Password,
            ["__RequestVerificationToken"] = byAddress.Token,
        });
        using var signedIn = await byAddress.Http.PostAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), form);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        Uri.UnescapeDataString(signedIn.Headers.Location!.OriginalString).ShouldBe(returnUrl);
    }

    [SkippableFact]
    public async Task Another_spelling_of_the_address_does_not_get_around_the_lock()
    {
        await portal.Portal.App.Services.SendAsSystemAsync(
            new AddPerson("kim@demo.test", "Kim", DemoPeople.Password, AccountId.Parse(DemoSeed.Platform), Role.Viewer),
            CancellationToken.None);
        using var stranger = portal.Anyone();
        await WrongAsync(stranger, "kim@demo.test", 5);

        // The Kelvin sign is a K to whoever looks people up.
        using var right = await stranger.SignInAsync("\u212Aim@demo.test");

        right.StatusCode.ShouldBe(HttpStatusCode.OK, "the form is shown again");
    }

    [SkippableFact]
    public async Task Tries_made_at_once_are_all_counted()
    {
        var tries = Enumerable.Range(0, 12).Select(async i =>
        {
            using var stranger = portal.Anyone();
            (await stranger.SignInAsync("vera@demo.test", "wrong password " + i)).Dispose();
        });
        await Task.WhenAll(tries);

        using var vera = portal.Anyone();
        using var right = await vera.SignInAsync("vera@demo.test");

        right.StatusCode.ShouldBe(HttpStatusCode.OK, "the form is shown again");
    }

    [SkippableFact]
    public async Task A_new_password_makes_every_device_unknown()
    {
        using var nia = await portal.SignedInAsync("nia@demo.test");
        await portal.Portal.App.Services.SendAsSystemAsync(
            new SetPassword("nia@demo.test", DemoPeople.Password), CancellationToken.None);
        using var stranger = portal.Anyone();
        await WrongAsync(stranger, "nia@demo.test", 5);

        using var again = await nia.SignInAsync("nia@demo.test");

        again.StatusCode.ShouldBe(HttpStatusCode.OK, "locked like everybody from this address");
    }

    [SkippableFact]
    public async Task What_was_typed_for_an_unknown_address_is_not_written_down()
    {
        using var somebody = portal.Anyone();

        await somebody.SignInAsync("my-secret-password", "whatever it was");

        portal.Audit("my-secret-password").ShouldBeEmpty();
        portal.Audit("unknown").ShouldContain(line => line.Action == "session.sign_in_failed" && line.Reason == "person_unknown");
    }

    [SkippableFact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_sign_in()
    {
        var rounds = Options.Create(new PasswordHasherOptions { IterationCount = 10 });
        var weak = new PasswordHasher<AppUser>(rounds).HashPassword(new AppUser(), DemoPeople.Password);
        portal.Execute($"UPDATE AspNetUsers SET PasswordHash = '{weak}' WHERE Email = 'lea@demo.test'");

        using var lea = await portal.SignedInAsync("lea@demo.test");

        portal.Text("SELECT PasswordHash FROM AspNetUsers WHERE Email = 'lea@demo.test'").ShouldNotBe(weak);
        using var again = await portal.SignedInAsync("lea@demo.test");
    }

    [SkippableFact]
    public async Task Signing_out_ends_the_session()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.Http.PostAsync("/sign-out", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = jenny.Token }));

        response.Headers.Location!.ToString().ShouldBe("/sign-in");
        portal.Audit("jenny@demo.test").ShouldContain(line => line.Action == "session.sign_out" && line.Outcome == "Succeeded");
        await jenny.GetAsync("/", HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task Nobody_is_signed_out_by_another_site()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.Http.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await jenny.GetAsync("/");
    }

    [SkippableFact]
    public async Task A_person_who_is_disabled_in_the_middle_of_a_session_is_out_at_once()
    {
        using var omar = await portal.SignedInAsync("omar@demo.test");
        await omar.GetAsync("/cards/" + DemoSeed.OmarVirtual);
        var nonce = await portal.NonceAsync(DemoSeed.OmarVirtual);

        await portal.Portal.App.Services.SendAsSystemAsync(new DisablePerson("omar@demo.test"), CancellationToken.None);

        using var refused = await omar.AskKeyAsync(DemoSeed.OmarVirtual, nonce);
        (await refused.ProblemAsync(401)).ShouldBe("sign_in_required");
        await omar.GetAsync("/cards/" + DemoSeed.OmarVirtual, HttpStatusCode.Found);
        using var again = await omar.SignInAsync("omar@demo.test");
        again.StatusCode.ShouldBe(HttpStatusCode.OK, "the form is shown again");
        portal.Audit("omar@demo.test").Select(line => line.Action).ShouldBe(
            ["people.add_cardholder", "session.sign_in", "people.disable", "session.sign_in_failed"]);
    }

    private static async Task WrongAsync(HttpUser person, string email, int times)
    {
        for (var i = 0; i < times; i++)
            (await person.SignInAsync(email, "wrong password " + i)).Dispose();
    }

    [SkippableFact]
    public async Task The_demo_sign_ins_are_listed_in_sandbox_mode()
    {
        using var somebody = portal.Anyone();

        (await somebody.GetAsync("/sign-in")).ShouldContain("Or try the sandbox as");
    }
}
