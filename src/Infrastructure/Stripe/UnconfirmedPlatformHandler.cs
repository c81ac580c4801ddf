using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Common;

namespace CleanIssuing.Infrastructure.Stripe;

/// <summary>Lets nothing but reads through to Stripe until the account of the keys is confirmed to be the one of this database.</summary>
internal sealed class UnconfirmedPlatformHandler(PlatformConfirmation confirmation) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        confirmation.IsConfirmed || request.Method == HttpMethod.Get
            ? base.SendAsync(request, cancellationToken)
            : throw new StripeUnavailableException(
                "The portal could not confirm its Stripe account with Stripe yet, so nothing was changed. It keeps trying; try again in a minute.",
                "platform_unconfirmed");
}
