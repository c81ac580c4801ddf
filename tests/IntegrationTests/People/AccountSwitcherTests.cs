using CleanIssuing.Application.People;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.IntegrationTests.People;

[Collection(SharedPortal.Name)]
public class AccountSwitcherTests(PortalFixture portal)
{
    [Fact]
    public async Task Who_sees_several_accounts_switches_between_them_and_the_choice_goes_along()
    {
        const string Email = "several@demo.test";
        foreach (var account in new[] { DemoSeed.Platform, DemoSeed.Lumiere })
            await portal.Portal.App.Services.SendAsSystemAsync(
                new AddPerson(Email, "Sev Eral", DemoPeople.Password, AccountId.Parse(account), Role.Admin), CancellationToken.None);
        using var several = await portal.SignedInAsync(Email);

        var all = await several.GetAsync("/cards");
        all.ShouldContain("All accounts");
        all.ShouldContain($"/cards?account={DemoSeed.Lumiere}");
        var one = await several.GetAsync($"/cards?account={DemoSeed.Lumiere}");
        one.ShouldContain($"href=\"/purchases?account={DemoSeed.Lumiere}\"");
        one.ShouldNotContain(DemoSeed.JennyVirtual);
        // A page about one thing leads to the overview of the account.
        (await several.GetAsync("/cards/" + DemoSeed.JennyVirtual)).ShouldContain($"href=\"/?account={DemoSeed.Lumiere}\"");

        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/cards")).ShouldNotContain("account-switcher");
    }

    [Fact]
    public async Task Who_is_admin_of_one_account_and_viewer_of_another_is_offered_what_they_may_in_each()
    {
        const string Email = "mixed@demo.test";
        foreach (var (account, role) in new[] { (DemoSeed.Platform, Role.Admin), (DemoSeed.Lumiere, Role.Viewer) })
            await portal.Portal.App.Services.SendAsSystemAsync(
                new AddPerson(Email, "Mixed Roles", DemoPeople.Password, AccountId.Parse(account), role), CancellationToken.None);
        using var mixed = await portal.SignedInAsync(Email);

        foreach (var path in new[]
        {
            "/?account=" + DemoSeed.Lumiere, "/cards?account=" + DemoSeed.Lumiere, "/cards/" + DemoSeed.ClaireVirtual,
        })
        {
            var page = await mixed.GetAsync(path);
            page.ShouldContain("</svg>View only", customMessage: path);
            page.ShouldNotContain("/cards/issue", customMessage: path);
            page.ShouldNotContain("/audit", customMessage: path);
        }

        foreach (var path in new[] { "/?account=" + DemoSeed.Platform, "/" })
        {
            var page = await mixed.GetAsync(path);
            page.ShouldNotContain("</svg>View only", customMessage: path);
            page.ShouldContain("/cards/issue", customMessage: path);
            page.ShouldContain("/audit", customMessage: path);
        }
    }
}
