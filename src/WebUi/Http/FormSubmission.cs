using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Text;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Http;

/// <summary>Sends a request from a form and shows what it was refused for in that form, with everything that was typed.</summary>
internal static class FormSubmission
{
    /// <param name="field">The field that a property of the request is typed into; the same name where it is none.</param>
    /// <param name="refusedAt">The field that a refusal is about; none where it is about the whole form.</param>
    /// <returns>Whether it was done.</returns>
    public static async Task<bool> TryAsync(
        this PageModel page, Func<Task> send, Func<string, string>? field = null, string refusedAt = "")
    {
        var refusals = page.HttpContext.RequestServices.GetRequiredService<RefusalText>();
        try
        {
            await send();
            return true;
        }
        catch (ValidationException invalid)
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;
            foreach (var error in invalid.Errors)
                page.ModelState.AddOnce(field?.Invoke(error.PropertyName) ?? error.PropertyName, refusals.Of(error));
            return false;
        }
        catch (ExpectedException refused)
            when (refused is not (NotFoundException or ForbiddenException or UnauthenticatedException or ControlsConflictException))
        {
            page.Response.StatusCode = ProblemMapper.StatusOf(refused);
            var stripe = refused.StripeRequestId is { } id ? $" (Stripe request {id})" : "";
            // What the person has not proven is in no field.
            page.ModelState.AddModelError(refused is StepUpRequiredException ? "" : refusedAt, refusals.Of(refused) + stripe);
            return false;
        }
    }

    public static void AddOnce(this ModelStateDictionary state, string key, string message)
    {
        if (!state.TryGetValue(key, out var entry) || !entry.Errors.Any(e => e.ErrorMessage == message))
            state.AddModelError(key, message);
    }

    public static IEnumerable<string> ErrorsOf(this ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) ? entry.Errors.Select(e => e.ErrorMessage) : [];
}
