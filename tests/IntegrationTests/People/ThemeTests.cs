using System.Net;
using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.People;

[Collection(SharedPortal.Name)]
public class ThemeTests(PortalFixture portal)
{
    [Theory]
    [InlineData("/cards?text=a", "/cards?text=a")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    public async Task A_theme_is_kept_until_the_systems_is_chosen_again(string returnUrl, string leads)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await jenny.GetAsync("/")).ShouldContain("<html lang=\"en\" data-zone");

        using var dark = await ChooseAsync(jenny, "Dark", returnUrl);
        (dark.StatusCode, dark.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Found, leads));
        (await jenny.GetAsync("/")).ShouldContain("<html lang=\"en\" class=\"theme-dark\"");
        using var system = await ChooseAsync(jenny, "System", returnUrl);
        (await jenny.GetAsync("/")).ShouldContain("<html lang=\"en\" data-zone");
    }

    [Theory]
    [InlineData("Neon")]
    [InlineData("7")]
    public async Task A_theme_that_there_is_not_is_refused(string choice)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        using var answer = await ChooseAsync(jenny, choice, "/");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("vera@demo.test", true)]
    [InlineData("lea@demo.test", false)]
    public async Task Who_may_only_look_is_told_on_every_page(string email, bool isViewer)
    {
        using var person = await portal.SignedInAsync(email);

        (await person.GetAsync("/cards")).Contains("View only").ShouldBe(isViewer);
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpUser person, string choice, string returnUrl) =>
        person.Http.PostAsync("/theme", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = person.Token,
            ["Choice"] = choice,
            ["ReturnUrl"] = returnUrl,
        }));
}
