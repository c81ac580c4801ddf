using CleanIssuing.WebUi.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>Chooses light or dark colours for this browser.</summary>
public sealed class ThemeModel(PortalCookies cookies) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    [BindProperty]
    public Theme Choice { get; set; }

    /// <summary>The page that it was chosen on.</summary>
    [BindProperty]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Choice))
            return BadRequest();
        var options = new CookieOptions
        {
            Path = "/",
            MaxAge = Kept,
            Secure = cookies.IsSecure,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
        };
        if (Choice == Theme.System)
            Response.Cookies.Delete(cookies.Theme, options);
        else
            Response.Cookies.Append(cookies.Theme, Choice.ToString(), options);
        return this.RedirectBack(ReturnUrl);
    }
}
