using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Pages.Authorizations;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Home: the overview for whoever sees accounts, their own cards for everybody else.</summary>
public sealed class IndexModel(ISender sender, PersonTimes times, TimeProvider time) : PageModel
{
    public OverviewView? Overview { get; private set; }

    public MyCardsView? Mine { get; private set; }

    public async Task OnGetAsync(
        [FromQuery] string? account, [FromQuery] string? currency, [FromQuery] string? month, CancellationToken cancellationToken)
    {
        var mine = await sender.Send(new GetMyCards(), cancellationToken);
        if (mine.VisibleAccounts.Count > 0)
            Overview = await OverviewView.LoadAsync(
                sender, times, mine, Queries.Id<AccountId>(account, "account", InvalidReason.AccountId),
                Queries.Id<Currency>(currency, "currency", InvalidReason.Currency), Queries.Month(month, "month"), cancellationToken);
        else
            Mine = await MyCardsView.LoadAsync(sender, times, time, mine, cancellationToken);
    }
}
