using CleanIssuing.Application.Cards;
using CleanIssuing.WebUi.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Cards;

/// <summary>The address that shops ask for when a card is used online.</summary>
public sealed class BillingAddressModel(ISender sender) : PageModel, IOfAccount
{
    AccountId IOfAccount.OfAccount => Billing.Card.Account.Id;

    public BillingAddress Billing { get; private set; } = null!;

    public async Task OnGetAsync([FromRoute] CardId id, CancellationToken cancellationToken) =>
        Billing = await sender.Send(new GetBillingAddress(id), cancellationToken);

    /// <summary>The address as it is written on a letter.</summary>
    public IEnumerable<string> Lines(ShippingAddress address) => new[]
    {
        address.Name, address.Line1, address.Line2, string.Join(' ', new[] { address.City, address.State, address.PostalCode }
            .Where(part => !string.IsNullOrEmpty(part))),
        Countries.Name(address.Country),
    }.Where(line => !string.IsNullOrEmpty(line))!;
}
