using CleanIssuing.Application.Cards;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>A cardholder and their cards.</summary>
public sealed class CardholderModel(ISender sender, TimeProvider time) : PageModel
{
    public CardholderPage Shown { get; private set; } = null!;

    /// <summary>Today (UTC).</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync([FromRoute] CardholderId id, CancellationToken cancellationToken) =>
        Shown = await sender.Send(new GetCardholder(id), cancellationToken);
}
