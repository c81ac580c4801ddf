using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The cards of an account, for its admins.</summary>
public sealed class AccountModel(ISender sender, TimeProvider time) : PageModel
{
    /// <summary>A page of cards.</summary>
    public AccountCards Cards { get; private set; } = null!;

    /// <summary>Today (UTC).</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(string account, [FromQuery] string? after, CancellationToken cancellationToken)
    {
        if (!AccountId.IsValid(account))
            throw new NotFoundException("account");
        Cards = await sender.Send(new GetAccountCards(account, after), cancellationToken);
    }
}
