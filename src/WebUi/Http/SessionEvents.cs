using System.Security.Claims;
using CleanIssuing.Application.People;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Http;

/// <summary>Looks at every request whether its session still counts, and tells programs in JSON that it does not.</summary>
internal sealed class SessionEvents(
    UserSessionReader sessions, ISessionStore store, ProblemMapper problems, IOptions<IdentityOptions> identity,
    IOptions<PortalOptions> portal, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>The claim that holds the session's id.</summary>
    public const string SessionId = "session_id";

    /// <summary>In the address of a page that comes again by itself.</summary>
    public const string BySelf = "by-itself";

    // What the person does is written down at most this often.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(30);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (context.Principal is not { } principal || await FindAsync(principal, http.RequestAborted) is not { } session
            || SessionTimes.Of(session, portal.Value.Sessions, time.GetUtcNow()) is not { IsOver: false } times)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        if (IsOfThePerson(http.Request) && time.GetUtcNow() - session.LastSeenAt > Rounding)
        {
            await store.TouchAsync(principal.FindFirstValue(SessionId)!, time.GetUtcNow(), CancellationToken.None);
            times = times with { Idle = portal.Value.Sessions.Idle };
        }

        http.Features.Set(times);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<JsonAnswerAttribute>() is not null
            ? ProblemMapper.WriteAsync(context.HttpContext, problems.From(new UnauthenticatedException()))
            : LeadToSignInAsync(context);

    /// <summary>The sign-in page leads on by itself, to an address that it has checked and encoded.</summary>
    public override Task RedirectToReturnUrl(RedirectContext<CookieAuthenticationOptions> context) => Task.CompletedTask;

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        ProblemMapper.WriteAsync(context.HttpContext, problems.From(new ForbiddenException()));

    private static Task LeadToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Without the host: what the browser was told to call itself is not repeated.
        context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }

    /// <summary>Whether the session of the person counts at this moment, asked anew.</summary>
    public async Task<bool> IsAliveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        await FindAsync(principal, cancellationToken) is { } session
        && !SessionTimes.Of(session, portal.Value.Sessions, time.GetUtcNow()).IsOver;

    private async Task<UserSession?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.FindFirstValue(SessionId) is { } id
        && await sessions.FindAsync(id, cancellationToken) is { } session
        && session.UserId == principal.FindFirstValue(ClaimTypes.NameIdentifier)
        && session.SecurityStamp == principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType)
            ? session
            : null;

    /// <summary>
    /// Whether the person went to a page or sent a form. What a page's script asks for by itself must not keep a session open.
    /// </summary>
    private static bool IsOfThePerson(HttpRequest request) =>
        !request.Headers.ContainsKey("X-Fragment") && !request.Query.ContainsKey(BySelf)
        && (request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode) && mode.Count > 0
            ? mode == "navigate"
            : request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
