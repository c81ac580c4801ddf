using System.Net;
using CleanIssuing.Application.People;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>A portal of its own: these lock people out.</summary>
public sealed class SignInTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Whoever_has_not_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        using var jenny = portal.Anyone();
        using var led = await jenny.Http.GetAsync("/cards/" + DemoSeed.JennyVirtual);
        led.StatusCode.ShouldBe(HttpStatusCode.Found);
        led.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in?returnUrl=%2Fcards%2F");

        using var back = await jenny.SignInAsync("jenny@demo.test", returnUrl: "/cards/" + DemoSeed.JennyVirtual);

        back.Headers.Location!.ToString().ShouldBe("/cards/" + DemoSeed.JennyVirtual);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        using var jenny = portal.Anyone();

        using var response = await jenny.SignInAsync("jenny@demo.test", returnUrl: returnUrl);

        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
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

    [Fact]
    public async Task An_empty_form_says_what_is_missing_beside_its_fields()
    {
        using var somebody = portal.Anyone();

        using var response = await somebody.SignInAsync("", "");

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("Enter your e-mail address.");
        page.ShouldContain("Enter your password.");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_sign_in()
    {
        using var yuki = portal.Anyone();
        for (var i = 0; i < 5; i++)
            (await yuki.SignInAsync("yuki@demo.test", "wrong password " + i)).Dispose();

        using var right = await yuki.SignInAsync("yuki@demo.test");

        right.StatusCode.ShouldBe(HttpStatusCode.OK, "the form is shown again");
        (await right.Content.ReadAsStringAsync()).ShouldContain("too many tries");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.Http.PostAsync("/sign-out", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = jenny.Token }));

        response.Headers.Location!.ToString().ShouldBe("/sign-in");
        await jenny.GetAsync("/", HttpStatusCode.Found);
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_site()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var response = await jenny.Http.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await jenny.GetAsync("/");
    }

    [Fact]
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
        portal.Audit("omar@demo.test").Select(line => line.Action).ShouldBe(["people.add_cardholder", "people.disable"]);
    }

    [Fact]
    public async Task The_demo_sign_ins_are_listed_in_sandbox_mode()
    {
        using var somebody = portal.Anyone();

        (await somebody.GetAsync("/sign-in")).ShouldContain("Demo sign-ins");
    }
}
