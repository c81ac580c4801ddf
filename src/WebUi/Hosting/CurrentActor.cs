using System.Security.Claims;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Who asks: the signed-in person of the request, or the system where it says so itself.</summary>
internal sealed class CurrentActor(IHttpContextAccessor http) : ICurrentActor
{
    private Actor? _other;

    public Actor Actor
    {
        get
        {
            if (_other is not null)
                return _other;

            var address = http.HttpContext?.RemoteAddress()?.ToString();
            return http.HttpContext?.User is { Identity.IsAuthenticated: true } user
                ? Actor.Person(user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.Identity.Name ?? "", address)
                : Actor.Anonymous(address);
        }
    }

    /// <summary>From now on this scope is the system's. Never within a web request.</summary>
    public void RunAsSystem() => Become(Actor.System);

    /// <summary>From now on this scope acts for the person, with what they may do. Never within a web request.</summary>
    public void RunAs(Actor person) => Become(person);

    /// <summary>From now on this request is Stripe's: its signature has been checked.</summary>
    public void RunAsWebhook() => _other = Actor.Webhook(http.HttpContext?.RemoteAddress()?.ToString());

    private void Become(Actor other)
    {
        if (http.HttpContext is not null)
            throw new InvalidOperationException("A web request is its own person's.");
        _other = other;
    }
}
