using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.IntegrationTests.Audit;

/// <summary>No audit entry, no key.</summary>
public sealed class AuditLogTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Where_the_audit_log_cannot_be_written_Stripe_is_not_asked_and_no_secret_leaves()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var nonce = await portal.NonceAsync(DemoSeed.JennyVirtual);
        portal.Execute("ALTER TABLE AuditEntries RENAME TO Elsewhere");

        using var response = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);

        (await response.ProblemAsync(500)).ShouldBe("error");
        portal.Execute("ALTER TABLE Elsewhere RENAME TO AuditEntries");
        using var again = await jenny.AskKeyAsync(DemoSeed.JennyVirtual, nonce);
        again.IsSuccessStatusCode.ShouldBeTrue("the nonce was not used: Stripe had not been asked");
    }
}
