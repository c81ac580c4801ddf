using CleanIssuing.Application.Cards;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

public sealed class IndexModel(ISender sender, TimeProvider time) : PageModel
{
    public MyCards Mine { get; private set; } = null!;

    /// <summary>Today (UTC), as Stripe counts expiry.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Mine = await sender.Send(new GetMyCards(), cancellationToken);
}
