using System.Globalization;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Text;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace CleanIssuing.WebUi.Http;

/// <summary>Gives each failure its status and its words, once, for JSON and for pages.</summary>
internal sealed class ProblemMapper(Words words, RefusalText refusals)
{
    public static int StatusOf(Exception failure) => failure switch
    {
        PartlyDoneException partly => StatusOf(partly.Failure),
        ValidationException => StatusCodes.Status400BadRequest,
        UnauthenticatedException => StatusCodes.Status401Unauthorized,
        ForbiddenException or StepUpRequiredException => StatusCodes.Status403Forbidden,
        NotFoundException => StatusCodes.Status404NotFound,
        ControlsConflictException or ConflictException => StatusCodes.Status409Conflict,
        StripeRefusedException { Reason: RefusalReason.StripePermission } => StatusCodes.Status502BadGateway,
        StripeRefusedException or RuleViolationException => StatusCodes.Status422UnprocessableEntity,
        StripeUnavailableException { Reason: RefusalReason.StripeTimeout } => StatusCodes.Status504GatewayTimeout,
        StripeUnavailableException => StatusCodes.Status503ServiceUnavailable,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        BadHttpRequestException { StatusCode: 413 or 415 } bad => bad.StatusCode,
        BadHttpRequestException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    public ErrorReport From(Exception failure) => failure switch
    {
        ValidationException invalid => new(
            StatusCodes.Status400BadRequest, words["problem.invalid.title"], refusals.Of(invalid.Errors.First()), "invalid")
        {
            Errors = invalid.Errors.GroupBy(e => e.PropertyName, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(refusals.Of).ToArray(), StringComparer.Ordinal),
        },
        ExpectedException expected => new(
            StatusOf(expected), words["problem." + TitleOf(expected)], refusals.Of(expected), expected.Reason.ToCode())
        {
            StripeRequestId = expected.StripeRequestId,
            RetryAfter = ((expected as PartlyDoneException)?.Failure ?? expected) is StripeUnavailableException { RetryAfter: var wait }
                ? wait
                : null,
        },
        AntiforgeryValidationException => Of(StatusCodes.Status400BadRequest, "antiforgery"),
        _ => ForStatus(StatusOf(failure)),
    };

    public ErrorReport ForStatus(int status) => status switch
    {
        400 => Of(status, "bad_request"),
        401 => From(new UnauthenticatedException()),
        403 => From(new ForbiddenException()),
        404 => Of(status, "not_found"),
        405 => Of(status, "method_not_allowed"),
        413 => Of(status, "too_large"),
        415 => Of(status, "not_json"),
        429 => Of(status, "rate_limited"),
        >= 500 => Of(StatusCodes.Status500InternalServerError, "error"),
        _ => Of(status, "refused"),
    };

    public ErrorReport RateLimited(int seconds) =>
        ForStatus(StatusCodes.Status429TooManyRequests) with { Detail = words["problem.rate_limited.wait", seconds] };

    public static async Task WriteAsync(HttpContext context, ErrorReport report)
    {
        var details = report.Errors is null ? new ProblemDetails() : new ValidationProblemDetails(report.Errors);
        details.Status = report.Status;
        details.Title = report.Title;
        details.Detail = report.Detail;
        details.Type = "urn:cleanissuing:problem:" + report.Reason;
        details.Extensions["reason"] = report.Reason;
        if (report.StripeRequestId is not null)
            details.Extensions["stripeRequestId"] = report.StripeRequestId;

        context.Response.StatusCode = report.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (report.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var service = context.RequestServices.GetRequiredService<IProblemDetailsService>();
        // Who says that they take no JSON gets it all the same: a refusal must not fail.
        if (!await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details }))
            await context.Response.WriteAsJsonAsync(
                details, details.GetType(), options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    private ErrorReport Of(int status, string code) => new(status, words[$"problem.{code}.title"], words[$"problem.{code}"], code);

    private static string TitleOf(ExpectedException expected) => expected switch
    {
        PartlyDoneException => "partly_done.title",
        UnauthenticatedException => "sign_in.title",
        ForbiddenException => "forbidden.title",
        StepUpRequiredException => "step_up.title",
        NotFoundException => "not_found.title",
        ControlsConflictException or ConflictException => "conflict.title",
        StripeRefusedException { Reason: RefusalReason.StripePermission } => "stripe_permission.title",
        StripeRefusedException => "stripe_refused.title",
        StripeUnavailableException { Reason: RefusalReason.StripeTimeout } => "stripe_slow.title",
        StripeUnavailableException => "stripe_unavailable.title",
        _ => "not_possible.title",
    };
}
