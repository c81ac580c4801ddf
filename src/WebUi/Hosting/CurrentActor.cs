using System.Security.Claims;
using CleanIssuing.Application.Common;
using CleanIssuing.WebUi.Web;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Who asks: the signed-in person of the request, or the system where it says so itself.</summary>
internal sealed class CurrentActor(IHttpContextAccessor http) : ICurrentActor
{
    private bool _isSystem;

    public Actor Actor
    {
        get
        {
            if (_isSystem)
                return Actor.System;

            var address = http.HttpContext?.RemoteAddress()?.ToString();
            return http.HttpContext?.User is { Identity.IsAuthenticated: true } user
                ? Actor.Person(user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.Identity.Name ?? "", address)
                : Actor.Anonymous(address);
        }
    }

    /// <summary>From now on this scope is the system's. Never within a web request.</summary>
    public void BecomeSystem()
    {
        if (http.HttpContext is not null)
            throw new InvalidOperationException("A web request is never the system's.");
        _isSystem = true;
    }
}
