using System.ComponentModel.DataAnnotations;
using CleanIssuing.Infrastructure.People;
using CleanIssuing.WebUi.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Opens a session.</summary>
[AllowAnonymous]
[Limited(Limited.SignIns)]
public sealed class SignInModel(SignInManager<AppUser> signIn) : PageModel
{
    /// <summary>The address.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(254, ErrorMessage = "This is too long for an e-mail address.")]
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(200, ErrorMessage = "This is too long for a password.")]
    public string? Password { get; set; }

    /// <summary>Where to go then.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>Shows the form, or goes on where somebody has signed in already.</summary>
    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Onwards() : Page();

    /// <summary>Checks the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();

        var result = await signIn.PasswordSignInAsync(Email!, Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return Onwards();

        // One sentence for all cases: who may sign in here, and who is locked out, is nobody's business.
        Refused = "The address or the password is not right, or there were too many tries: after five, an address has to wait ten minutes.";
        return Page();
    }

    private LocalRedirectResult Onwards() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
