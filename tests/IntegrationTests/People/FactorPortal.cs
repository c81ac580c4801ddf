using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>A portal whose people get authenticator apps.</summary>
public class FactorPortal : PortalFixture
{
    public async Task SetAsync(string account, AccountSettings settings)
    {
        await using var scope = Portal.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IAccountSettingsStore>().SetAsync(
            AccountId.Parse(account), settings, CancellationToken.None);
    }

    public async Task<AccountSettings> SettingsAsync(string account)
    {
        await using var scope = Portal.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAccountSettingsStore>().GetAsync(
            AccountId.Parse(account), CancellationToken.None);
    }
}
