using CleanIssuing.IntegrationTests.Common;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Extending;

/// <summary>A portal with the examples of this folder. In src/Application they would be found by themselves.</summary>
public sealed class ExtendedPortal : PortalFixture
{
    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<FaultyCardholders>();
        services.AddValidatorsFromAssemblyContaining<FlagCard>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddMediatR(mediatr => mediatr.RegisterServicesFromAssemblyContaining<FlagCard>());
    }
}
