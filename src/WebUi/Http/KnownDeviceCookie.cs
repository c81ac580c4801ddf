using System.Security.Cryptography;
using CleanIssuing.Application.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Remembers that a person has signed in with this browser, so that strangers who try their password cannot keep them out. It opens
/// nothing by itself.
/// </summary>
public sealed class KnownDeviceCookie(IDataProtectionProvider protection, PortalCookies cookies)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("CleanIssuing.KnownDevice").ToTimeLimitedDataProtector();

    public KnownDevice? Read(HttpContext context)
    {
        if (context.Request.Cookies[cookies.Device] is not { Length: > 0 and < 1024 } value)
            return null;
        try
        {
            return _protector.Unprotect(value).Split('\n') is [var user, var id, var stamp]
                ? new KnownDevice(user, id, stamp)
                : null;
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    public void Write(HttpContext context, string userId, string stamp, KnownDevice? known)
    {
        var id = known?.UserId == userId ? known.Id : WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        var value = _protector.Protect(string.Join('\n', userId, id, stamp), Lifetime);
        context.Response.Cookies.Append(cookies.Device, value, new CookieOptions
        {
            HttpOnly = true,
            Secure = cookies.IsSecure || context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Lifetime,
            Path = "/",
        });
    }
}
