using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.StripeSync;

public sealed class RetryTests(RetryingPortal portal) : IClassFixture<RetryingPortal>
{
    [Theory]
    [InlineData(FaultKind.Forbidden)]
    [InlineData(FaultKind.RateLimit)]
    public async Task A_refusal_of_the_second_try_says_nothing_about_the_first(FaultKind second)
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var before = portal.CardsAtStripe(DemoSeed.Nia);
        var form = (await ada.FormAsync("/cards/issue?account=" + DemoSeed.Platform, "RequestId"))
            .With("Cardholder", DemoSeed.Nia).With("Type", "virtual").With("Currency", "usd");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerErrorAfter, "/v1/issuing/cards", 1, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(second, "/v1/issuing/cards", 1, Method: "POST"));

        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);

        portal.Sandbox.Faults.Clear();
        portal.CardsAtStripe(DemoSeed.Nia).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_failure_of_the_second_try_does_not_settle_a_first_one_without_an_answer()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOut, "/v1/issuing/cards/" + card, 1, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cards/" + card, 1, Method: "POST"));

        var (status, body) = await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"));

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        body.ShouldContain("may or may not have been made");
    }
}
