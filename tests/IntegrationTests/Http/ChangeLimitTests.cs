using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Http;

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
