using CleanIssuing.Application.Authorizations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>Events from Stripe that could not be handled.</summary>
public sealed class EventsModel(ISender sender) : PageModel
{
    /// <summary>The events.</summary>
    public IReadOnlyList<InboxEvent> Events { get; private set; } = [];

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) => Events = await sender.Send(new GetSetAsideEvents(), cancellationToken);

    /// <summary>Tries one again.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? retry, CancellationToken cancellationToken)
    {
        await sender.Send(new RetryStripeEvent(retry ?? ""), cancellationToken);
        TempData["Done"] = "The event is being tried again. If it fails once more, it comes back here.";
        return Redirect("/events");
    }
}
