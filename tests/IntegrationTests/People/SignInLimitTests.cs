using System.Net;
using CleanIssuing.IntegrationTests.Http;

namespace CleanIssuing.IntegrationTests.People;

public sealed class SignInLimitTests(LimitedPortal portal) : IClassFixture<LimitedPortal>
{
    [Fact]
    public async Task Tries_to_sign_in_are_limited_by_address_and_told_on_a_page()
    {
        using var somebody = portal.Anyone();
        await somebody.RefreshTokenAsync("/sign-in");

        HttpResponseMessage? refused = null;
        for (var i = 0; i < 40 && refused is null; i++)
        {
            var response = await somebody.PostAsync("/sign-in", "Email=&Password=", "application/x-www-form-urlencoded");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                refused = response;
        }

        refused.ShouldNotBeNull();
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Too many requests");
    }
}
