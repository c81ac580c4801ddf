using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>Issues a card.</summary>
public sealed class IssueModel(ISender sender) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cardholder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>Virtual or physical.</summary>
    [BindProperty]
    public string Type { get; set; } = "virtual";

    [BindProperty]
    public string? Currency { get; set; }

    [BindProperty]
    public bool Activate { get; set; } = true;

    [BindProperty]
    public AddressForm Shipping { get; set; } = new();

    [BindProperty]
    public string RequestId { get; set; } = Guid.NewGuid().ToString("N");

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<CardholderView> Cardholders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Currency ??= "usd";
    }

    /// <summary>Issues the card.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        CardChanged? issued = null;
        if (await this.TryAsync(async () => issued = await sender.Send(Read(), cancellationToken)))
        {
            TempData["Done"] = issued!.Card.Type == CardType.Physical
                ? $"The card ending in {issued.Card.Last4} is in production. Activate it here when it has arrived."
                : $"The card ending in {issued.Card.Last4} was issued.";
            return Redirect("/cards/" + issued.Card.Id);
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private IssueCard Read() => new(
        Queries.Id<AccountId>(Account, nameof(Account), InvalidReason.AccountId) ?? throw InvalidReason.AccountId.For(nameof(Account)),
        Queries.Id<CardholderId>(Cardholder, nameof(Cardholder), InvalidReason.CardholderRequired)
            ?? throw InvalidReason.CardholderRequired.For(nameof(Cardholder)),
        Type,
        Queries.Id<Domain.SharedKernel.Currency>(Currency, nameof(Currency), InvalidReason.Currency)
            ?? throw InvalidReason.Currency.For(nameof(Currency)),
        Activate, Type == "physical" ? Shipping.ToAddress() : null, RequestId);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var account = Queries.Id<AccountId>(Account, nameof(Account), InvalidReason.AccountId);
        var found = await sender.Send(new GetCardholders(account, Find), cancellationToken);
        (Accounts, Cardholders) = (found.Accounts, found.Cardholders);
        if (Account is null && Accounts is [var only])
            Account = only.Id.Value;
    }
}
