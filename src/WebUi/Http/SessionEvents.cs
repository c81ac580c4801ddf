using System.Security.Claims;
using CleanIssuing.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Http;

/// <summary>Looks at every request whether its session still counts, and tells programs in JSON that it does not.</summary>
internal sealed class SessionEvents(UserSessionReader sessions, ProblemMapper problems, IOptions<IdentityOptions> identity)
    : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var userId = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = context.Principal?.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        if (userId is null || !await sessions.IsAliveAsync(userId, stamp, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        context.HttpContext.WantsJson()
            ? ProblemMapper.WriteAsync(context.HttpContext, problems.From(new UnauthenticatedException()))
            : base.RedirectToLogin(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        ProblemMapper.WriteAsync(context.HttpContext, problems.From(new ForbiddenException()));
}
