using CleanIssuing.IntegrationTests.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>A portal of its own, for it is not treated kindly.</summary>
public sealed class FuzzingPortal : PortalFixture
{
    public EnteredHandlers Entered { get; } = new();

    // A client that reads no further may take a moment to close a stream.
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Portal:Limits:StreamsPerUser=10000"];

    protected override void ConfigureServices(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add(Entered));
}
