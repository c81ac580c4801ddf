using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.CardDetails;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>
/// On in the sandbox, whose PINs are nobody's. With Stripe's keys, on for whoever has signed in with a second factor, which Identity
/// notes in the claim <c>amr</c>.
/// </summary>
internal sealed class PinDisplayFeature(PortalInfo portal, IHttpContextAccessor http) : IPinDisplayFeature
{
    public bool IsOn => portal.Mode == PortalMode.Sandbox || http.HttpContext?.User.HasClaim("amr", "mfa") == true;
}
