using System.Security.Claims;
using CleanIssuing.Infrastructure.Identity;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.People;

/// <summary>How the portal shows things to this person, in this browser.</summary>
public sealed class YouModel(PortalCookies cookies, PersonTimes times, TimeProvider time, Words words) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    [BindProperty]
    public string? Zone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public string Name => User.FindFirstValue(AppClaimsFactory.DisplayName) ?? "";

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Zones by city; those that are only another name for one are left out.</summary>
    public IReadOnlyList<string> Zones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)
                && !id.StartsWith("SystemV/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    public void OnGet() => (Zone, Language) = (times.ChosenZone, times.ChosenLanguage);

    public IActionResult OnPost()
    {
        var zone = Queries.Given(Zone);
        if (zone is not null && !Zones.Contains(zone, StringComparer.Ordinal))
            ModelState.AddOnce(nameof(Zone), words["invalid.time_zone"]);
        var language = Queries.Given(Language);
        if (language is not null && !TimeChoice.Languages.ContainsKey(language))
            ModelState.AddOnce(nameof(Language), words["invalid.language"]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Response.Cookies.Append(cookies.Times, new TimeChoice(zone, language).ToString(), new CookieOptions
        {
            Path = "/",
            MaxAge = Kept,
            Secure = cookies.IsSecure,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
        });
        this.Tell(words["done.kept"]);
        return Redirect("/me");
    }
}
