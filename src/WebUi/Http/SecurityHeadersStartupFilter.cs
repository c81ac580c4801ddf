namespace CleanIssuing.WebUi.Http;

/// <summary>Adds the security headers to every answer, those included that the framework gives before the application is asked.</summary>
internal sealed class SecurityHeadersStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseSecurityHeaders();
        next(app);
    };
}
