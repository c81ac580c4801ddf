using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CleanIssuing.WebUi.Http;

/// <summary>Remembers for a few minutes that somebody's password was right. It opens nothing without the second factor.</summary>
public sealed class PendingSignInCookie(IDataProtectionProvider protection, PortalCookies cookies, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("CleanIssuing.PendingSignIn");

    public PendingSignIn? Read(HttpContext context)
    {
        if (context.Request.Cookies[cookies.PendingSignIn] is not { Length: > 0 and < 1024 } value)
            return null;
        try
        {
            return _protector.Unprotect(value).Split('\n') is [var user, var stamp, var until]
                && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                    ? new PendingSignIn(user, stamp)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, PendingSignIn pending)
    {
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        context.Response.Cookies.Append(
            cookies.PendingSignIn, _protector.Protect(FormattableString.Invariant($"{pending.UserId}\n{pending.Stamp}\n{until}")),
            Options(context));
    }

    public void Delete(HttpContext context) => context.Response.Cookies.Delete(cookies.PendingSignIn, Options(context));

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = cookies.IsSecure || context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
    };
}
