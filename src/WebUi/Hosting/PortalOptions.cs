using System.ComponentModel.DataAnnotations;
using System.Net;
using CleanIssuing.Application.Accounts;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>How the portal is reached. Bound to the section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Portal";

    /// <summary>The address that people type, with https; needed in Production.</summary>
    public Uri? PublicOrigin { get; set; }

    /// <summary>Addresses of the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>How many calls a minute are taken.</summary>
    [Required]
    public LimitsOptions Limits { get; set; } = new();
}

/// <summary>How many calls a minute are taken from one person, and from one address.</summary>
public sealed class LimitsOptions
{
    /// <summary>Ephemeral keys for one person.</summary>
    [Range(1, int.MaxValue)]
    public int KeysPerUser { get; set; } = 30;

    /// <summary>Ephemeral keys for one address: an office shares one.</summary>
    [Range(1, int.MaxValue)]
    public int KeysPerAddress { get; set; } = 120;

    /// <summary>Forms of one person: changes, and tries at them.</summary>
    [Range(1, int.MaxValue)]
    public int ChangesPerUser { get; set; } = 240;

    /// <summary>Forms from one address: an office shares one.</summary>
    [Range(1, int.MaxValue)]
    public int ChangesPerAddress { get; set; } = 1200;

    /// <summary>Tries to sign in from one address.</summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerAddress { get; set; } = 30;
}

internal sealed class PortalOptionsValidator(IHostEnvironment environment, PortalInfo portal) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var problems = new List<string>();
        if ((environment.IsProduction() || portal.Mode == PortalMode.Live) && options.PublicOrigin?.Scheme != Uri.UriSchemeHttps)
            problems.Add("Portal:PublicOrigin must start with https:// in Production and with live keys: sessions and card pages never travel over plain HTTP.");
        problems.AddRange(options.TrustedProxies.Where(p => !IPAddress.TryParse(p, out _))
            .Select(p => $"Portal:TrustedProxies holds '{p}', which is not an IP address."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
