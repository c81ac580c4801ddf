using CleanIssuing.Infrastructure;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanIssuing.UnitTests.Hosting;

/// <summary>What nobody has to set to be safe.</summary>
public class SecureDefaultsTests
{
    [Fact]
    public void Sessions_end_after_half_an_hour_of_nothing_and_after_twelve_hours()
    {
        var sessions = new PortalOptions().Sessions;

        sessions.Idle.ShouldBe(TimeSpan.FromMinutes(30));
        sessions.Absolute.ShouldBe(TimeSpan.FromHours(12));
    }

    [Fact]
    public void Passwords_are_hashed_slowly()
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddInfrastructure().BuildServiceProvider();

        services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBeGreaterThanOrEqualTo(210_000);
    }
}
