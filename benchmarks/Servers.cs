using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CleanIssuing.Benchmarks;

internal static class Servers
{
    public static WebApplication Create(params string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        if (args.Length == 0)
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    public static Uri Origin(this WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
