using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Opens a session.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIns)]
public sealed class SignInModel(
    ISender sender, KnownDeviceCookie devices, PendingSignInCookie pending, SessionCookie session, Words words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "sign_in.email_required")]
    [StringLength(254, ErrorMessage = "sign_in.email_too_long")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "sign_in.password_required")]
    [StringLength(200, ErrorMessage = "sign_in.password_too_long")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Refused { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Onwards() : Page();

    /// <summary>Checks the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();

        var device = devices.Read(HttpContext);
        var signedIn = await sender.Send(
            new Application.People.SignIn(
                Email!.Trim(), Password!, HttpContext.AddressGroup(), device, Request.Headers.UserAgent.ToString(),
                User.FindFirstValue(SessionEvents.SessionId)),
            HttpContext.RequestAborted);
        if (signedIn is null)
        {
            // One sentence for all cases: who may sign in here, and who is locked out, is nobody's business.
            Refused = words["sign_in.refused"];
            return Page();
        }

        if (signedIn.SessionId is null)
        {
            pending.Write(HttpContext, new PendingSignIn(signedIn.UserId, signedIn.Stamp));
            return RedirectToPage("/People/SecondFactor", new { ReturnUrl });
        }

        if (!await session.TryWriteAsync(HttpContext, signedIn))
        {
            Refused = words["sign_in.refused"];
            return Page();
        }

        return Onwards();
    }

    private LocalRedirectResult Onwards() => this.RedirectBack(ReturnUrl);
}
