namespace CleanIssuing.WebUi.Http;

/// <summary>An address whose id cannot be one leads nowhere: it is a 404 before any handler.</summary>
internal sealed class IdConstraint<T> : IRouteConstraint
    where T : IParsable<T>
{
    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey]?.ToString() is { } text && T.TryParse(text, null, out _);
}
