using CleanIssuing.WebUi.Hosting;

namespace CleanIssuing.WebUi.Http;

/// <summary>The names of the portal's cookies. Where they are sent over https alone, browsers hold them to this very host.</summary>
public sealed record PortalCookies(bool IsSecure)
{
    public string Session => Name("session");

    public string Antiforgery => Name("antiforgery");

    /// <summary>What was done, told on the page that comes next.</summary>
    public string Notice => Name("done");

    /// <summary>The colours that were chosen.</summary>
    public string Theme => Name("theme");

    /// <summary>The time zone that the browser tells; its scripts write it.</summary>
    public string Zone => Name("zone");

    /// <summary>The time zone and the language of dates that were chosen.</summary>
    public string Times => Name("times");

    /// <summary>That somebody has signed in with this browser before.</summary>
    public string Device => Name("device");

    /// <summary>That somebody's password was right, while their second factor is due.</summary>
    public string PendingSignIn => Name("pending");

    public CookieSecurePolicy SecurePolicy => IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private string Name(string name) => (IsSecure ? "__Host-" : "") + "cleanissuing." + name;
}
