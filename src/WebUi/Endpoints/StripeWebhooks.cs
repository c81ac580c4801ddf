using System.Text;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Hosting;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Endpoints;

/// <summary>Where Stripe sends its events. Nobody signs in here: the signature is the proof.</summary>
internal static class StripeWebhooks
{
    public const string Path = "/webhooks/stripe";

    /// <summary>Stripe's events are a few kilobytes.</summary>
    private const int LargestBody = 512 * 1024;

    public static void MapStripeWebhooks(this WebApplication app) =>
        app.MapPost(Path, ReceiveAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new JsonAnswerAttribute(), new RequestSizeLimitAttribute(LargestBody));

    private static async Task<IResult> ReceiveAsync(HttpContext context, IEventReader reader, CurrentActor actor, ISender sender)
    {
        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body)
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        if (!reader.IsSigned(body, context.Request.Headers["Stripe-Signature"]))
            throw new BadHttpRequestException("The signature is missing, too old, or not Stripe's.");

        actor.BecomeStripe();
        await sender.Send(new ReceiveStripeEvent(body), context.RequestAborted);
        return TypedResults.Ok();
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }
}
