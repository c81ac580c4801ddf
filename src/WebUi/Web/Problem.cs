using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Web;

/// <summary>A failure as people and programs are told of it: one place says which failure has which status and words.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of failure.</param>
/// <param name="Detail">What happened and what to do.</param>
/// <param name="Reason">A code of ours.</param>
internal sealed record Problem(int Status, string Title, string Detail, string Reason)
{
    public IDictionary<string, string[]>? Errors { get; init; }

    public string? StripeRequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it could be expected, so that nobody has to look into it.</summary>
    public bool IsExpected => Status != StatusCodes.Status500InternalServerError;

    public static Problem From(Exception failure) => failure switch
    {
        ValidationException invalid => new(400, "Something is not right with what was sent", invalid.Errors.First().ErrorMessage, "invalid")
        {
            Errors = invalid.Errors.GroupBy(e => e.PropertyName, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).ToArray(), StringComparer.Ordinal),
        },
        SignInRequiredException e => Of(401, "Sign in to go on", e),
        ForbiddenException e => Of(403, "Not allowed", e),
        NotFoundException e => Of(404, "Not found", e),
        ControlsConflictException e => Of(409, "Changed meanwhile", e),
        ConflictException e => Of(409, "Changed meanwhile", e),
        StripeRefusedException { Reason: "stripe_permission" } e => Of(502, "Stripe did not accept the portal", e),
        StripeRefusedException e => Of(422, "Stripe refused", e),
        RuleViolationException e => Of(422, "Not possible", e),
        StripeUnavailableException { Reason: "stripe_timeout" } e => Of(504, "Stripe is too slow", e),
        StripeUnavailableException e => Of(503, "Stripe cannot be used right now", e) with { RetryAfter = e.RetryAfter },
        AntiforgeryValidationException => new(
            400, "The page is out of date", "Load the page again, then try once more: what it proves itself with is missing or has run out.", "antiforgery"),
        BadHttpRequestException { StatusCode: 413 } => ForStatus(413),
        BadHttpRequestException { StatusCode: 415 } => ForStatus(415),
        BadHttpRequestException => ForStatus(400),
        _ => ForStatus(500),
    };

    public static Problem ForStatus(int status) => status switch
    {
        400 => new(400, "The request could not be read", "It is not what this address takes. Go back and try again.", "bad_request"),
        401 => From(new SignInRequiredException()),
        403 => From(new ForbiddenException()),
        404 => new(404, "Not found", "There is no such page, or it is not one of yours.", "not_found"),
        405 => new(405, "Not possible here", "This address does not take that kind of request.", "method_not_allowed"),
        413 => new(413, "Too much was sent", "The request is larger than this address takes.", "too_large"),
        415 => new(415, "The request could not be read", "This address takes JSON: send it with Content-Type: application/json.", "not_json"),
        429 => new(429, "Too many requests", "You have asked too often. Wait a moment, then try again.", "rate_limited"),
        >= 500 => new(500, "Something went wrong on our side", "Load the page again to see what it says now, then try once more; if it stays, tell an admin what stands below.", "error"),
        _ => new(status, "The request was refused", "Go back and try again.", "refused"),
    };

    public async Task WriteAsync(HttpContext context)
    {
        var details = Errors is null ? new ProblemDetails() : new ValidationProblemDetails(Errors);
        details.Status = Status;
        details.Title = Title;
        details.Detail = Detail;
        details.Type = "urn:cleanissuing:problem:" + Reason;
        details.Extensions["reason"] = Reason;
        if (StripeRequestId is not null)
            details.Extensions["stripeRequestId"] = StripeRequestId;

        context.Response.StatusCode = Status;
        context.Response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details });
    }

    private static Problem Of(int status, string title, ExpectedException e) =>
        new(status, title, e.Message, e.Reason) { StripeRequestId = e.StripeRequestId };
}
