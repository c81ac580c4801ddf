using System.Security.Claims;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanIssuing.UnitTests.Http;

public sealed class RateLimitsTests : IDisposable
{
    private readonly ServiceProvider _services;

    public RateLimitsTests()
    {
        var services = new ServiceCollection().AddOptions<PortalOptions>().Services;
        services.AddRateLimits();
        _services = services.BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_person_exports_one_file_at_a_time()
    {
        var limiter = _services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        using var first = await limiter.AcquireAsync(Export("ada"));

        using var second = await limiter.AcquireAsync(Export("ada"));
        using var others = await limiter.AcquireAsync(Export("lea"));
        first.Dispose();
        using var third = await limiter.AcquireAsync(Export("ada"));

        (first.IsAcquired, second.IsAcquired, others.IsAcquired, third.IsAcquired).ShouldBe((true, false, true, true));
    }

    private static DefaultHttpContext Export(string user)
    {
        var context = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], "test")),
        };
        context.SetEndpoint(new Endpoint(null, new(new EnableRateLimitingAttribute(RateLimits.Exports)), "export"));
        return context;
    }
}
