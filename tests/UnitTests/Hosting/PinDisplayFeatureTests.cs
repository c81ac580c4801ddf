using System.Security.Claims;
using CleanIssuing.Application.Accounts;
using CleanIssuing.WebUi.Hosting;
using Microsoft.AspNetCore.Http;

namespace CleanIssuing.UnitTests.Hosting;

public class PinDisplayFeatureTests
{
    [Theory]
    [InlineData(PortalMode.Sandbox, null, true)]
    [InlineData(PortalMode.Test, null, false)]
    [InlineData(PortalMode.Live, null, false)]
    [InlineData(PortalMode.Live, "pwd", false)]
    [InlineData(PortalMode.Live, "mfa", true)]
    public void With_Stripes_keys_a_PIN_needs_a_second_factor(PortalMode mode, string? method, bool isOn)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(method is null ? [] : [new Claim("amr", method)], "test"));
        var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = user } };

        new PinDisplayFeature(new PortalInfo(mode), http).IsOn.ShouldBe(isOn);
    }
}
