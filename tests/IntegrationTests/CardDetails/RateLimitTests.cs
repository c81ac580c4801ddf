using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.CardDetails;

/// <summary>A portal with the limits it has by default.</summary>
public sealed class LimitedPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [];
}

public sealed class RateLimitTests(LimitedPortal portal) : IClassFixture<LimitedPortal>
{
    [Fact]
    public async Task Of_a_hundred_rapid_calls_thirty_are_taken_and_the_others_are_told_when_to_come_again()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => jenny.AskKeyAsync(DemoSeed.JennyVirtual, "ephkn_1whatever")));

        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(70);
        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        (await refused.ProblemAsync(429)).ShouldBe("rate_limited");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);

        using var omar = await portal.SignedInAsync("omar@demo.test");
        using var other = await omar.AskKeyAsync(DemoSeed.OmarVirtual, await portal.NonceAsync(DemoSeed.OmarVirtual));
        other.StatusCode.ShouldBe(HttpStatusCode.OK, "one person's limit is not another's");
    }
}

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

/// <summary>A portal that takes few changes a minute.</summary>
public sealed class FewChangesPortal : PortalFixture
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Portal:Limits:ChangesPerUser=3"];
}

public sealed class ChangeLimitTests(FewChangesPortal portal) : IClassFixture<FewChangesPortal>
{
    [Fact]
    public async Task Changes_are_limited_by_person_and_told_on_a_page()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var omar = await portal.SignedInAsync("omar@demo.test");
        var form = await jenny.FormAsync($"/cards/{DemoSeed.JennyVirtual}/cancel", "Confirmation");

        for (var i = 0; i < 3; i++)
            (await jenny.SendAsync(form)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var (status, body) = await jenny.SendAsync(form);

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        body.ShouldContain("Too many requests");
        (await omar.SendAsync(await omar.FormAsync($"/cards/{DemoSeed.OmarVirtual}/cancel", "Confirmation"))).Status.ShouldBe(
            HttpStatusCode.BadRequest);
    }
}
