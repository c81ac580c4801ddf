using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Accounts;
using CleanIssuing.Infrastructure.Stripe;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Pages.Embedded;

/// <summary>A page that mounts one of Stripe's embedded components.</summary>
public abstract class ComponentPage(ISender sender, IOptions<StripeOptions> stripe) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "controls")]
    public bool ShowSpendControls { get; set; } = true;

    [BindProperty(SupportsGet = true, Name = "switching")]
    public bool CardSwitching { get; set; }

    public Account Account { get; private set; } = null!;

    public abstract string Tag { get; }

    public virtual string? CardId => null;

    public abstract string NativePage { get; }

    public string PublishableKey => stripe.Value.PublishableKey;

    public Uri ConnectJsUrl => stripe.Value.ConnectJsUrl;

    /// <summary>Whether the person may be shown the numbers of cards here: an admin, and no viewer.</summary>
    public bool MayShowNumbers { get; private set; }

    protected ISender Sender { get; } = sender;

    /// <summary>Reads the account; one that the person does not see does not exist.</summary>
    protected async Task ReadAccountAsync(AccountId account, CancellationToken cancellationToken)
    {
        Account = await Sender.Send(new GetAccount(account), cancellationToken);
        if (Account.Kind != AccountKind.Connected)
            throw new NotFoundException(EntityKind.Account);
        var navigation = await Sender.Send(new GetNavigation(), cancellationToken);
        MayShowNumbers = navigation.Accounts.Any(a => a.Id == account && a.IsAdmin);
    }
}
