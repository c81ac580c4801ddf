using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Http;

/// <summary>What is told on the next page that the person sees.</summary>
internal static class Notices
{
    public const string Done = nameof(Done);

    public const string Undo = nameof(Undo);

    /// <param name="undo">Where a form is sent to that takes it back; none where nothing does.</param>
    public static void Tell(this PageModel page, string done, string? undo = null)
    {
        page.TempData[Done] = done;
        // The undo of something told earlier, and seen by nobody, is not this one's.
        page.TempData[Undo] = undo;
    }
}
