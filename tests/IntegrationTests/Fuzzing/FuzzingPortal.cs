using CleanIssuing.IntegrationTests.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>A portal of its own, for it is not treated kindly.</summary>
public sealed class FuzzingPortal : PortalFixture
{
    public EnteredHandlers Entered { get; } = new();

    protected override void ConfigureServices(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add(Entered));
}
