using System.Net;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Hosting;

public sealed class CircuitBreakerTests(StripeDownPortal portal) : IClassFixture<StripeDownPortal>
{
    [Fact]
    public async Task While_Stripe_is_down_it_is_left_alone_and_afterwards_it_is_asked_again()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/ephemeral_keys"));
        string reason;
        var deadline = DateTime.UtcNow.AddSeconds(60);
        do
        {
            using var failed = await AskAsync(jenny);
            reason = await failed.ProblemAsync((int)HttpStatusCode.ServiceUnavailable);
        }
        while (reason == "stripe_failed" && DateTime.UtcNow < deadline);
        reason.ShouldBe("stripe_circuit_open");

        // Stripe is well again, but is not asked until the pause is over.
        portal.Sandbox.Faults.Clear();
        using var paused = await AskAsync(jenny);
        (await paused.ProblemAsync((int)HttpStatusCode.ServiceUnavailable)).ShouldBe("stripe_circuit_open");
        paused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 5);

        var answer = HttpStatusCode.ServiceUnavailable;
        for (deadline = DateTime.UtcNow.AddSeconds(30); answer != HttpStatusCode.OK && DateTime.UtcNow < deadline; await Task.Delay(200))
        {
            using var again = await AskAsync(jenny);
            answer = again.StatusCode;
        }

        answer.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpUser person) =>
        await person.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));
}
