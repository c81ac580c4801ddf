using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cards of somebody who sees accounts too, and whose home is the overview.</summary>
public sealed class MyCardsModel(ISender sender, PersonTimes times, TimeProvider time) : PageModel
{
    public MyCardsView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await MyCardsView.LoadAsync(
        sender, times, time, await sender.Send(new GetMyCards(), cancellationToken), cancellationToken);
}
