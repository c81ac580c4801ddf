using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>What the sandbox's accounts have decided for themselves: few questions, so that it is three clicks to a number.</summary>
internal static class DemoSettings
{
    private static readonly AccountSettings Settings = new(StepUpScope.Pin, AdminsSeePins: false);

    public static async Task AddAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<IAccountSettingsStore>();
        foreach (var account in new[] { DemoSeed.Platform, DemoSeed.Lumiere, DemoSeed.Sakura })
            await store.AddAsync(AccountId.Parse(account), Settings, CancellationToken.None);
    }
}
