using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.StripeSync;

/// <summary>Events that failed again and again, for admins of the platform.</summary>
public sealed class DeadLettersModel(ISender sender, Words words) : PageModel
{
    public IReadOnlyList<WebhookEvent> Events { get; private set; } = [];

    public string FailureOf(WebhookEvent dead) => dead.State == WebhookEventState.AwaitingAccount
        ? words["event_awaits_account", dead.AccountId!]
        : Enum.TryParse<WebhookDoubt>(dead.Failure, out var doubt)
            ? words["event_doubt." + doubt.ToCode()]
            : words["event_failure", dead.Failure ?? "", dead.Tries];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Events = await sender.Send(new GetDeadLetters(), cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] string? retry, CancellationToken cancellationToken)
    {
        await sender.Send(new RetryDeadLetter(retry ?? ""), cancellationToken);
        this.Tell(words["done.event_retried"]);
        return Redirect("/events");
    }
}
