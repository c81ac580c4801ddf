using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Asks for the second factor of somebody whose password was right, and opens their session.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIns)]
public sealed class SecondFactorModel(ISender sender, PendingSignInCookie pending, SessionCookie session, Words words) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "code.required")]
    [StringLength(40, ErrorMessage = "code.too_long")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet()
    {
        if (User.Identity is { IsAuthenticated: true })
            return this.RedirectBack(ReturnUrl);
        return pending.Read(HttpContext) is null ? Again() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (pending.Read(HttpContext) is not { } person)
            return Again();
        if (!ModelState.IsValid)
            return Page();

        var outcome = await sender.Send(
            new CompleteSignIn(
                person.UserId, person.Stamp, Code!, Request.Headers.UserAgent.ToString(), User.FindFirstValue(SessionEvents.SessionId)),
            HttpContext.RequestAborted);
        if (outcome is null || (outcome.Person is { } given && !await session.TryWriteAsync(HttpContext, given)))
        {
            pending.Delete(HttpContext);
            return Again();
        }

        if (outcome.Person is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError(
                nameof(Code), words[outcome.Proof == SecondFactorResult.Locked ? "refused.codes_locked" : "refused.code_wrong"]);
            return Page();
        }

        pending.Delete(HttpContext);
        if (outcome.Proof == SecondFactorResult.RecoveryCode)
            this.Tell(words["done.recovery_code_used"]);
        return this.RedirectBack(ReturnUrl);
    }

    private RedirectToPageResult Again() => RedirectToPage("/People/SignIn", new { ReturnUrl });
}
