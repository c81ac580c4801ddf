using System.Security.Claims;
using CleanIssuing.Application.People;
using CleanIssuing.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CleanIssuing.WebUi.Http;

/// <summary>Gives the browser the session that was opened for its person.</summary>
public sealed class SessionCookie(
    UserManager<AppUser> users, IUserClaimsPrincipalFactory<AppUser> principals, ISessionStore sessions, KnownDeviceCookie devices)
{
    /// <returns>Whether it was given: not where the person's credentials have changed meanwhile.</returns>
    public async Task<bool> TryWriteAsync(HttpContext context, SignedInPerson person)
    {
        var user = (await users.FindByIdAsync(person.UserId))!;
        // A password that was changed meanwhile must not let the old one in.
        if (user.SecurityStamp != person.Stamp)
        {
            await sessions.EndAsync(person.SessionId!, CancellationToken.None);
            return false;
        }

        var principal = await principals.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(SessionEvents.SessionId, person.SessionId!));
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        devices.Write(context, person.UserId, person.Stamp, devices.Read(context));
        return true;
    }
}
