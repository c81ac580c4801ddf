using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Web;

/// <summary>Sends what a form asks for, and puts what went wrong where the person looks for it.</summary>
internal static class PageSending
{
    /// <summary>
    /// Sends. A problem with a field stands beside it, any other above the form, and the page is shown again with what was
    /// typed; what may not be known or done at all is left to the error page.
    /// </summary>
    /// <param name="page">The page of the form.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="field">The form's name of a request's property.</param>
    /// <returns>Whether it went well.</returns>
    public static async Task<bool> TryAsync(this PageModel page, Func<Task> send, Func<string, string>? field = null)
    {
        try
        {
            await send();
            return true;
        }
        catch (ValidationException invalid)
        {
            page.Response.StatusCode = StatusCodes.Status400BadRequest;
            foreach (var error in invalid.Errors)
                page.ModelState.AddOnce(field?.Invoke(error.PropertyName) ?? error.PropertyName, error.ErrorMessage);
            return false;
        }
        catch (ExpectedException trouble) when (trouble is not (NotFoundException or ForbiddenException or SignInRequiredException or ControlsConflictException))
        {
            page.Response.StatusCode = Problem.From(trouble).Status;
            page.ModelState.AddModelError("", trouble.Message + (trouble.StripeRequestId is { } id ? $" (Stripe request {id})" : ""));
            return false;
        }
    }

    /// <summary>Adds a problem, unless it stands there already.</summary>
    public static void AddOnce(this ModelStateDictionary state, string key, string message)
    {
        if (!state.TryGetValue(key, out var entry) || !entry.Errors.Any(e => e.ErrorMessage == message))
            state.AddModelError(key, message);
    }

    /// <summary>The problems of a field, to stand beside it.</summary>
    public static IEnumerable<string> ProblemsOf(this ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) ? entry.Errors.Select(e => e.ErrorMessage) : [];
}
