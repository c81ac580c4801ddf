using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.IntegrationTests.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>A portal that counts the passwords it checks.</summary>
public sealed class CountingPortal : PortalFixture
{
    internal CountingHasher Hasher => (CountingHasher)Portal.App.Services.GetRequiredService<IPasswordHasher<AppUser>>();

    protected override void ConfigureServices(IServiceCollection services) =>
        services.AddSingleton<IPasswordHasher<AppUser>, CountingHasher>();
}
