using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>The person’s password.</summary>
[EnableRateLimiting(RateLimits.SignIns)]
public sealed class PasswordModel(ISender sender, Words words) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Current))
            ModelState.AddOnce(nameof(Current), words["sign_in.password_required"]);
        if (string.IsNullOrEmpty(New))
            ModelState.AddOnce(nameof(New), words["password.new_required"]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var change = new ChangePassword(Current!, New!);
        if (!await this.TryAsync(() => sender.Send(change, cancellationToken), FieldOf, nameof(New)))
            return Page();
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        this.Tell(words["done.password_changed"]);
        return Redirect("/sign-in");
    }

    private static string FieldOf(string property) => property == nameof(ChangePassword.CurrentPassword) ? nameof(Current) : nameof(New);
}
