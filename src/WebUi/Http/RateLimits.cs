using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Pages.Authorizations;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// How often one may ask, by the policy that an endpoint or a page names: per address by the policy itself, per person by the global
/// limiter.
/// </summary>
internal static class RateLimits
{
    /// <summary>Ephemeral keys and account sessions.</summary>
    public const string Keys = "keys";

    public const string SignIns = "sign-ins";

    /// <summary>Files of everything that was found: one at a time, and few a minute.</summary>
    public const string Exports = "exports";

    /// <summary>Sums of everything that was found: as exports, apart from them.</summary>
    private const string Totals = "totals";

    /// <summary>Lists in an order that takes sums of purchases: few at a time.</summary>
    private const string Ranked = "ranked";

    private const int RankedAtOnce = 2;

    /// <summary>Whether the session still counts: pages that show something secret ask every second.</summary>
    public const string SessionChecks = "session-checks";

    /// <summary>What stays open: one for each browser of a person, and no more than so many.</summary>
    public const string Streams = "streams";

    /// <summary>Everything else that is posted.</summary>
    public const string Changes = "changes";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<PortalOptions>>((limiter, portal) => Configure(limiter, portal.Value.RateLimits));
    }

    /// <summary>Pages that name no policy of their own are under <see cref="Changes"/>.</summary>
    public static void LimitChanges(this IEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        if (!endpoint.Metadata.OfType<EnableRateLimitingAttribute>().Any() && !endpoint.Metadata.OfType<DisableRateLimitingAttribute>()
            .Any())
            endpoint.Metadata.Add(new EnableRateLimitingAttribute(Changes));
    });

    private static void Configure(RateLimiterOptions limiter, RateLimitOptions limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        // The global limiter is asked first: what one person is refused does not use up the share of their office.
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            // One at a time comes first, so that a double click costs one of the few.
            PartitionedRateLimiter.Create<HttpContext, string>(context => PolicyOf(context) switch
            {
                Exports => AtOnce(context, Exports, 1),
                Totals => AtOnce(context, Totals, 1),
                Ranked => AtOnce(context, Ranked, RankedAtOnce),
                Streams => AtOnce(context, Streams, limits.StreamsPerUser),
                _ => RateLimitPartition.GetNoLimiter(""),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => PolicyOf(context) switch
            {
                Keys => PerUser(context, Keys, limits.KeysPerUser),
                Exports => PerUser(context, Exports, limits.ExportsPerUser),
                Totals => PerUser(context, Totals, limits.ExportsPerUser),
                Changes when IsPost(context) => PerUser(context, Changes, limits.ChangesPerUser),
                SessionChecks => PerUser(context, SessionChecks, limits.ReadsPerUser),
                not null => PerUser(context, "reads", limits.ReadsPerUser),
                _ => RateLimitPartition.GetNoLimiter(""),
            }));
        limiter.AddPolicy(SessionChecks, _ => RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Exports, _ => RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Streams, _ => RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(Keys, context => Window(Keys, context.AddressGroup(), limits.KeysPerAddress));
        limiter.AddPolicy(Changes, context => IsPost(context) && IsSignedIn(context)
            ? Window(Changes, context.AddressGroup(), limits.ChangesPerAddress)
            : RateLimitPartition.GetNoLimiter(""));
        limiter.AddPolicy(SignIns, context => IsPost(context)
            ? Window(SignIns, context.AddressGroup(), limits.SignInsPerAddress)
            : RateLimitPartition.GetNoLimiter(""));
        limiter.OnRejected = TellAsync;
    }

    private static async ValueTask TellAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        var context = rejected.HttpContext;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (context.WantsJson())
            await ProblemMapper.WriteAsync(context, context.RequestServices.GetRequiredService<ProblemMapper>().RateLimited(seconds));
    }

    private static string? PolicyOf(HttpContext context)
    {
        var policy = context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
        if (policy != Changes || IsPost(context))
            return policy;
        var query = context.Request.Query;
        return context.Request.Path.Value?.TrimEnd('/').ToLowerInvariant() switch
        {
            "/purchases" when query["count"].Any(PurchasesModel.CountsAll) => Totals,
            "/cards" when query["sort"].Any(sort => Codes.Find<CardSort>(sort) is { } by && ICardRanking.Knows(by)) => Ranked,
            "/cardholders" when query["sort"].Any(sort => Codes.Find<CardholderSort>(sort) is { } by && ICardRanking.Knows(by)) => Ranked,
            _ => policy,
        };
    }

    private static bool IsPost(HttpContext context) => HttpMethods.IsPost(context.Request.Method);

    private static bool IsSignedIn(HttpContext context) => context.User.Identity is { IsAuthenticated: true };

    private static RateLimitPartition<string> AtOnce(HttpContext context, string policy, int permits) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            ? RateLimitPartition.GetConcurrencyLimiter(
                $"{policy}:{user}", _ => new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> PerUser(HttpContext context, string policy, int permits) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            ? Window(policy, "user:" + user, permits)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Window(string policy, string who, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        $"{policy}:{who}", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });
}
