using System.Text;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>Where Stripe sends its events. Nobody signs in here: the signature is the proof.</summary>
internal static class StripeSyncEndpoints
{
    public const string WebhookPath = "/webhooks/stripe";

    public static void MapStripeSync(this IEndpointRouteBuilder app) =>
        app.MapPost(WebhookPath, ReceiveAsync).AllowAnonymous().DisableAntiforgery()
            .WithMetadata(new JsonAnswerAttribute(), new RequestSizeLimitAttribute(WebhookEvent.LargestPayload));

    private static async Task<IResult> ReceiveAsync(HttpContext context, IWebhookSignature signature, CurrentActor actor, ISender sender)
    {
        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body)
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        var sources = signature.Verify(body, context.Request.Headers["Stripe-Signature"]);
        if (sources == WebhookSources.None)
            throw new BadHttpRequestException("The signature is missing, too old, or not Stripe's.");

        actor.RunAsWebhook();
        await sender.Send(new ReceiveWebhook(body, sources), context.RequestAborted);
        return TypedResults.Ok();
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > WebhookEvent.LargestPayload)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > WebhookEvent.LargestPayload)
                return null;
            body.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
