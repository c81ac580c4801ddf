using CleanIssuing.Application.Accounts;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Which names the portal answers to: the one people type, and this machine's own while trying it out. What another name's owner could
/// make of an answer (cached redirects, DNS rebinding) is not given.
/// </summary>
internal static class AllowedHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddAllowedHosts(this IServiceCollection services, IHostEnvironment environment, PortalMode mode) =>
        services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<PortalOptions>>((filter, portal) =>
        {
            var origin = portal.Value.PublicOrigin;
            filter.AllowedHosts =
            [
                .. origin is null ? [] : new[] { origin.IdnHost },
                .. origin is null || environment.IsDevelopment() || mode == PortalMode.Sandbox ? Loopback : [],
            ];
            filter.AllowEmptyHosts = false;
            filter.IncludeFailureMessage = false;
        });
}
