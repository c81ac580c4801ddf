using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.StripeSync;

public abstract class ImportTests(InterruptedPortal portal)
{
    [SkippableFact]
    public async Task An_import_that_Stripe_interrupts_is_told_and_goes_on_by_itself()
    {
        await portal.Portal.App.Services.SendAsSystemAsync(
            new AddPerson("jenny@example.com", "Jenny", "a long enough password", AccountId.Parse(DemoSeed.Platform), Role.Cardholder,
                CardholderId.Parse(DemoSeed.Jenny)), CancellationToken.None);
        using var jenny = portal.Anyone();
        await jenny.SignInAsync("jenny@example.com", "a long enough password");
        await portal.LoggedAsync("The import from Stripe stopped");
        var meanwhile = await jenny.GetAsync("/");
        meanwhile.ShouldContain("Cards are being imported from Stripe");
        meanwhile.ShouldNotContain("No cards yet");

        portal.Stripe.Faults.Clear();
        portal.Time.Advance(TimeSpan.FromSeconds(15));
        await portal.ImportedAsync();

        var after = await jenny.GetAsync("/");
        after.ShouldContain(DemoSeed.JennyVirtual);
        after.ShouldNotContain("being imported");
    }
}
