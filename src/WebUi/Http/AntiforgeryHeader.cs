using Microsoft.AspNetCore.Antiforgery;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Wants the antiforgery token in a header on every address that speaks JSON, before its body is read. Pages check their
/// forms themselves.
/// </summary>
internal static class AntiforgeryHeader
{
    public static void UseAntiforgeryHeader(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<JsonEndpointAttribute>() is not null)
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
        await next(context);
    });
}
