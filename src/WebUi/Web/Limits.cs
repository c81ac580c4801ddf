using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Web;

/// <summary>What an address is limited as.</summary>
internal enum Limited
{
    Keys,
    SignIns,
    Changes,
}

/// <summary>Marks an address that takes only so many calls a minute.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class LimitedAttribute(Limited what) : Attribute
{
    public Limited What { get; } = what;
}

/// <summary>Limits calls per person and per address, both at once.</summary>
internal static class Limits
{
    public static void AddLimits(this IServiceCollection services) => services.AddSingleton<IConfigureOptions<RateLimiterOptions>>(provider =>
        new ConfigureOptions<RateLimiterOptions>(limiter => Configure(limiter, provider.GetRequiredService<IOptions<PortalOptions>>().Value.Limits)))
        .AddRateLimiter(_ => { });

    private static void Configure(RateLimiterOptions limiter, LimitsOptions limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => (What(context), context.User.FindFirstValue(ClaimTypes.NameIdentifier)) switch
            {
                (Limited.Keys, { } user) => Window("user:" + user, limits.KeysPerUser),
                (Limited.Changes, { } user) => Window("changes-user:" + user, limits.ChangesPerUser),
                _ => RateLimitPartition.GetNoLimiter(""),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => What(context) switch
            {
                Limited.Keys => Window("keys:" + Address(context), limits.KeysPerAddress),
                Limited.Changes => Window("changes:" + Address(context), limits.ChangesPerAddress),
                Limited.SignIns when HttpMethods.IsPost(context.Request.Method) => Window("sign-in:" + Address(context), limits.SignInsPerAddress),
                _ => RateLimitPartition.GetNoLimiter(""),
            }));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            var context = rejected.HttpContext;
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            if (context.WantsJson())
            {
                var problem = Problem.ForStatus(StatusCodes.Status429TooManyRequests);
                await (problem with { Detail = $"You have asked too often. Try again in {seconds} seconds." }).WriteAsync(context);
            }
        };
    }

    /// <summary>What an address says of itself; any other form of a signed-in person is a change.</summary>
    private static Limited? What(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>()?.What
        // The page that tells of the refusal is the same request, shown elsewhere.
        ?? (HttpMethods.IsPost(context.Request.Method) && context.Request.Path != Problems.ErrorPage && context.User.Identity is { IsAuthenticated: true }
            ? Limited.Changes
            : null);

    private static RateLimitPartition<string> Window(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    /// <summary>An IPv6 user has a whole /64 of addresses, so that is what counts as one.</summary>
    private static string Address(HttpContext context)
    {
        var address = context.RemoteAddress() ?? IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
