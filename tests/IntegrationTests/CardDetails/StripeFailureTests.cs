using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.CardDetails;

/// <summary>A portal of its own: the faults would hit others' calls too.</summary>
public sealed class StripeFailureTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    public void Dispose() => portal.Sandbox.Faults.Clear();

    [Theory]
    [InlineData(FaultKind.RateLimit, 503, "stripe_rate_limited")]
    [InlineData(FaultKind.ServerError, 503, "stripe_failed")]
    [InlineData(FaultKind.TimeOut, 504, "stripe_timeout")]
    [InlineData(FaultKind.ElementsNotEnabledForConnect, 422, "elements_not_enabled_for_connect")]
    public async Task Trouble_at_Stripe_is_told_in_words_and_written_down(FaultKind fault, int status, string reason)
    {
        using var claire = await portal.SignedInAsync("claire@demo.test");
        var nonce = await portal.NonceAsync(DemoSeed.ClaireVirtual, DemoSeed.Lumiere);
        portal.Sandbox.Faults.Add(new Fault(fault, "/v1/ephemeral_keys"));

        using var response = await claire.AskKeyAsync(DemoSeed.ClaireVirtual, nonce);

        (await response.ProblemAsync(status)).ShouldBe(reason);
        var line = portal.Audit(DemoSeed.ClaireVirtual)[^1];
        line.Outcome.ShouldBe("Failed");
        line.Reason.ShouldBe(reason);
        line.Account.ShouldBe(DemoSeed.Lumiere);
    }

    [Fact]
    public async Task A_busy_Stripe_says_when_to_retry()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.RateLimit, "/v1/ephemeral_keys"));

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));

        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_same_nonce_still_works_once_Stripe_is_back()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var nonce = await portal.NonceAsync(DemoSeed.JennyVirtual);
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/ephemeral_keys", Times: 1));
        using var failed = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);
        await failed.ProblemAsync(503);

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);

        response.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_nonce_that_has_run_out_is_told_as_such()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var nonce = await portal.NonceAsync(DemoSeed.JennyVirtual);
        portal.Time.Advance(TimeSpan.FromMinutes(16));

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);

        (await response.ProblemAsync(422)).ShouldBe("nonce_refused");
    }

    [Fact]
    public async Task The_Connect_refusal_tells_whom_to_ask()
    {
        using var claire = await portal.SignedInAsync("claire@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ElementsNotEnabledForConnect, "/v1/ephemeral_keys"));

        using var response =
            await claire.AskKeyAsync(DemoSeed.ClaireVirtual, await portal.NonceAsync(DemoSeed.ClaireVirtual, DemoSeed.Lumiere));

        (await response.JsonAsync())["detail"]!.GetValue<string>().ShouldContain("ask Stripe Support");
    }
}
