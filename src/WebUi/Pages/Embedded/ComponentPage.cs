using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Stripe;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Pages.Embedded;

/// <summary>A page that mounts one of Stripe's embedded components.</summary>
public abstract class ComponentPage(ISender sender, IOptions<StripeOptions> stripe) : PageModel
{
    /// <summary>Whether the component shows spend controls.</summary>
    [BindProperty(SupportsGet = true, Name = "controls")]
    public bool ShowSpendControls { get; set; } = true;

    /// <summary>Whether the component lets one choose another card.</summary>
    [BindProperty(SupportsGet = true, Name = "switching")]
    public bool CardSwitching { get; set; }

    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>The component's tag.</summary>
    public abstract string Tag { get; }

    /// <summary>The card it begins with; none for the list.</summary>
    public virtual string? CardId => null;

    /// <summary>Where the portal's own page for the same is.</summary>
    public abstract string NativePage { get; }

    /// <summary>The key that Connect.js is started with.</summary>
    public string PublishableKey => stripe.Value.PublishableKey;

    /// <summary>Where Connect.js comes from.</summary>
    public Uri ConnectJsUrl => stripe.Value.ConnectJsUrl;

    /// <summary>Sends requests.</summary>
    protected ISender Sender { get; } = sender;

    /// <summary>Reads the account; one that the person does not see does not exist.</summary>
    protected async Task ReadAccountAsync(string account, CancellationToken cancellationToken)
    {
        if (!AccountId.IsValid(account))
            throw new NotFoundException("account");
        var found = await Sender.Send(new SearchCards(new CardFilter { Account = account }), cancellationToken);
        Account = found.Accounts.First(a => a.Id.Value == account);
        if (Account.Kind != AccountKind.Connected)
            throw new NotFoundException("account");
    }
}
