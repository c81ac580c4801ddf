using CleanIssuing.Application.CardDetails;
using CleanIssuing.IntegrationTests.Common;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>A portal whose people have no second factor, as with Stripe's keys.</summary>
public sealed class PinlessPortal : PortalFixture
{
    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IPinDisplayFeature>(new Off());

    private sealed class Off : IPinDisplayFeature
    {
        public bool IsOn => false;
    }
}
