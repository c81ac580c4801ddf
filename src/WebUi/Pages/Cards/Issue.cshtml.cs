using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Issues a card.</summary>
public sealed class IssueModel(ISender sender) : PageModel
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    /// <summary>The cardholder.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cardholder { get; set; }

    /// <summary>A part of a cardholder's name, to choose from fewer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>Virtual or physical.</summary>
    [BindProperty]
    public string Type { get; set; } = "virtual";

    /// <summary>The currency.</summary>
    [BindProperty]
    public string? Currency { get; set; }

    /// <summary>Whether a virtual card can be used at once.</summary>
    [BindProperty]
    public bool Activate { get; set; } = true;

    /// <summary>Where a physical card is sent.</summary>
    [BindProperty]
    public AddressForm Shipping { get; set; } = new();

    /// <summary>The form's own id.</summary>
    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The accounts that the person manages.</summary>
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    /// <summary>The cardholders to choose from.</summary>
    public IReadOnlyList<CardholderView> Cardholders { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Currency ??= "usd";
    }

    /// <summary>Issues the card.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var issue = new IssueCard(
            Account ?? "", Cardholder ?? "", Type, Currency?.Trim() ?? "", Activate, Type == "physical" ? Shipping.ToAddress() : null, RequestId);
        CardChanged? issued = null;
        if (await this.TryAsync(async () => issued = await sender.Send(issue, cancellationToken), Field))
        {
            TempData["Done"] = issued!.Card.Type == Domain.Cards.CardType.Physical
                ? $"The card ending in {issued.Card.Last4} is being made. Activate it here when it has arrived."
                : $"The card ending in {issued.Card.Last4} was issued.";
            return Redirect("/cards/" + issued.Card.Id);
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private static string Field(string property) => property == "CardholderId" ? "Cardholder" : property;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetCardholders(Account, Find), cancellationToken);
        (Accounts, Cardholders) = (found.Accounts, found.Cardholders);
        if (Account is null && Accounts is [var only])
            Account = only.Id.Value;
    }
}
