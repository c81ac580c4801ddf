using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Web;
using MediatR;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Embedded;

/// <summary>An account's cards in Stripe's component <c>issuing-cards-list</c>.</summary>
[SecurityHeadersPolicy(ContentSecurity.ConnectPages)]
public sealed class CardsModel(ISender sender, IOptions<StripeOptions> stripe) : ComponentPage(sender, stripe)
{
    /// <inheritdoc />
    public override string Tag => "issuing-cards-list";

    /// <inheritdoc />
    public override string NativePage => "/cards?account=" + Account.Id;

    /// <summary>Shows the component.</summary>
    public Task OnGetAsync(string account, CancellationToken cancellationToken) => ReadAccountAsync(account, cancellationToken);
}
