namespace CleanIssuing.WebUi.Http;

internal static class Caches
{
    /// <summary>Forbids keeping what a signed-in person was shown, unless the answer says for itself what may be kept.</summary>
    public static void KeepNothingInCaches(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.User.Identity is { IsAuthenticated: true } && context.Response.Headers.CacheControl.Count == 0)
                context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
