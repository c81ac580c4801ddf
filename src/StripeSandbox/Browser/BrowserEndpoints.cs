using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.StripeSandbox.Browser;

/// <summary>What browsers ask for: Stripe.js, the frames, and what both call.</summary>
internal static class BrowserEndpoints
{
    private const int MaxBody = 16 * 1024;

    public static void MapBrowser(this WebApplication app, CardDataAccess access, ConnectAccess connect)
    {
        app.MapGet("/endive/stripe.js", context => AssetAsync(context, "stripe.js", "text/javascript"));
        app.MapGet("/frames/element", context => FrameAsync(context, "element.html"));
        app.MapGet("/frames/element.js", context => AssetAsync(context, "element.js", "text/javascript"));
        app.MapGet("/frames/element.css", context => AssetAsync(context, "element.css", "text/css"));

        app.MapGet("/v1.0/connect.js", context => AssetAsync(context, "connect.js", "text/javascript"));
        app.MapGet("/connect/frame", context => FrameAsync(context, "connect-frame.html"));
        app.MapGet("/connect/frame.js", context => AssetAsync(context, "connect-frame.js", "text/javascript"));
        app.MapGet("/connect/frame.css", context => AssetAsync(context, "connect-frame.css", "text/css"));
        app.MapPost("/connect/data", context => AnswerAsync(context, crossOrigin: false, body => connect.Answer(
            context.Request.Path, Required(body, "client_secret"), Required(body, "component"), Required(body, "action"), body)));

        // Stripe.js runs in the pages of others, so these may be called from anywhere; they give out no card data.
        app.MapMethods("/browser/{**rest}", ["OPTIONS"], Preflight);
        app.MapPost("/browser/nonces", context => AnswerAsync(context, crossOrigin: true, body => new JsonObject
        {
            ["nonce"] = access.CreateNonce(access.Account(Text(body, "account"))),
        }));
        app.MapPost("/browser/cards", context => AnswerAsync(context, crossOrigin: true, body => access.Card(CredentialsOf(access, body))));

        // Card data goes to our own frames only: no CORS header, so no other page can read the answer.
        app.MapPost("/frames/data", context => AnswerAsync(context, crossOrigin: false, body =>
            access.Reveal(CredentialsOf(access, body), Required(body, "field"),
                [.. body["betas"]?.AsArray().Select(b => b!.GetValue<string>()) ?? []])));
    }

    private static Credentials CredentialsOf(CardDataAccess access, JsonObject body) => new(
        access.Account(Text(body, "account")), Required(body, "issuing_card"), Required(body, "ephemeral_key_secret"),
        Required(body, "nonce"));

    private static string? Text(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Required(JsonObject body, string name) =>
        Text(body, name) is { Length: > 0 } text
            ? text
            : throw StripeApiException.Invalid($"Missing required param: {name}.", "parameter_missing", name);

    private static Task Preflight(HttpContext context)
    {
        AllowAnyOrigin(context);
        context.Response.Headers.AccessControlAllowHeaders = "authorization, content-type";
        context.Response.Headers.AccessControlAllowMethods = "POST";
        context.Response.Headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void AllowAnyOrigin(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = "*";

    private static Task AnswerAsync(HttpContext context, bool crossOrigin, Func<JsonObject, JsonObject> handle)
    {
        if (crossOrigin)
            AllowAnyOrigin(context);
        context.Response.Headers.CacheControl = "no-store";
        return StripeAnswer.WriteAsync(context, async () =>
        {
            if (context.Request.Headers.Authorization != "Bearer "
                + context.RequestServices.GetRequiredService<SandboxOptions>().PublishableKey)
                throw StripeApiException.Invalid("Invalid API Key provided: a publishable key was expected.", status: 401);
            if (context.Request.ContentLength is null or > MaxBody)
                throw StripeApiException.Invalid("The body is too large.", status: 413);
            try
            {
                return handle((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))?.AsObject()
                    ?? throw StripeApiException.Invalid("A JSON object was expected."));
            }
            catch (Exception bad) when (bad is JsonException or InvalidOperationException)
            {
                throw StripeApiException.Invalid("The body could not be read.");
            }
        });
    }

    private static Task FrameAsync(HttpContext context, string name)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*";
        return AssetAsync(context, name, "text/html; charset=utf-8");
    }

    private static async Task AssetAsync(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        await using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name);
        await asset.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
