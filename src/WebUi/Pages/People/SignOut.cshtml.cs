using System.Security.Claims;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Ends the session.</summary>
public sealed class SignOutModel(ISender sender, PortalCookies cookies) : PageModel
{
    /// <summary>Whoever pressed the button after the session had ended, and signed in again, is led here.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await sender.Send(new Application.People.SignOut(User.FindFirstValue(SessionEvents.SessionId)!, User.Identity!.Name!));
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        foreach (var cookie in new[] { cookies.Antiforgery, cookies.Notice })
            Response.Cookies.Delete(cookie, new CookieOptions { Path = "/", Secure = cookies.IsSecure });
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return LocalRedirect("/sign-in");
    }
}
