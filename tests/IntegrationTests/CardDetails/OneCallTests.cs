using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.CardDetails;

/// <summary>One call to Stripe for each key: no second one on this path.</summary>
public sealed class OneCallTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Making_a_key_asks_Stripe_for_nothing_else()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        // Every other address of the API fails from now on.
        foreach (var path in new[] { "/v1/issuing", "/v1/account" })
            portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, path));

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, await portal.NonceAsync(DemoSeed.JennyVirtual));

        response.EnsureSuccessStatusCode();
    }
}
