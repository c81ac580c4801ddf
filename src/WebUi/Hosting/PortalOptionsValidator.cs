using System.Net;
using CleanIssuing.Application.Accounts;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting;

internal sealed class PortalOptionsValidator(IHostEnvironment environment, PortalInfo portal) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        var problems = new List<string>();
        if ((environment.IsProduction() || portal.Mode == PortalMode.Live) && options.PublicOrigin?.Scheme != Uri.UriSchemeHttps)
            problems.Add(
                "Portal:PublicOrigin must start with https:// in Production and with live keys: sessions and card pages never travel over "
                + "plain HTTP.");
        problems.AddRange(options.TrustedProxies.Where(p => !IPAddress.TryParse(p, out _))
            .Select(p => $"Portal:TrustedProxies holds '{p}', which is not an IP address."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
