using CleanIssuing.Domain.Accounts;
using CleanIssuing.Infrastructure.Stripe;
using CleanIssuing.WebUi.Http;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace CleanIssuing.WebUi.Pages.Embedded;

/// <summary>An account's cards in Stripe's component <c>issuing-cards-list</c>.</summary>
[SecurityHeadersPolicy(ContentSecurity.ConnectPages)]
public sealed class CardsModel(ISender sender, IOptions<StripeOptions> stripe) : ComponentPage(sender, stripe)
{
    public override string Tag => "issuing-cards-list";

    public override string NativePage => "/cards?account=" + Account.Id;

    public Task OnGetAsync([FromRoute] AccountId account, CancellationToken cancellationToken) =>
        ReadAccountAsync(account, cancellationToken);
}
