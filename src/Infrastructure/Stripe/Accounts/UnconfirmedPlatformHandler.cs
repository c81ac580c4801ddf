using CleanIssuing.Application.Accounts;

namespace CleanIssuing.Infrastructure.Stripe.Accounts;

/// <summary>Lets nothing but reads through to Stripe until the account of the keys is confirmed to be the one of this database.</summary>
internal sealed class UnconfirmedPlatformHandler(PlatformConfirmation confirmation) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        confirmation.IsConfirmed || request.Method == HttpMethod.Get
            ? base.SendAsync(request, cancellationToken)
            : throw new StripeUnavailableException(RefusalReason.PlatformUnconfirmed);
}
