using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>How the portal is reached. Bound to the section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The address that people type, with https; needed in Production.</summary>
    public Uri? PublicOrigin { get; set; }

    /// <summary>Addresses of the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are trusted.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>How long sessions last.</summary>
    [Required]
    [ValidateObjectMembers]
    public SessionLimitOptions Sessions { get; set; } = new();

    /// <summary>How long old rows are kept.</summary>
    [Required]
    [ValidateObjectMembers]
    public RetentionOptions Retention { get; set; } = new();

    /// <summary>How many calls a minute are taken.</summary>
    [Required]
    [ValidateObjectMembers]
    [ConfigurationKeyName("Limits")]
    public RateLimitOptions RateLimits { get; set; } = new();
}
