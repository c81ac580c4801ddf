using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.TestHelpers.Issuing;
using Authorization = CleanIssuing.Domain.Authorizations.Authorization;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

/// <summary>https://docs.stripe.com/api/issuing/authorizations/test_mode_create</summary>
internal sealed class TestPurchases(IStripeClient stripe, IOptions<StripeOptions> options, TimeProvider time) : ITestPurchases
{
    public bool ArePossible => !options.Value.IsLive;

    public async Task<StripeState<Authorization>> MakeAsync(
        MadeUpPurchase purchase, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var create = new AuthorizationCreateOptions
        {
            Card = purchase.Card.Value,
            Amount = purchase.Amount,
            AuthorizationMethod = purchase.Kind.Presence == "present" ? "chip" : "online",
            MerchantData = new AuthorizationMerchantDataOptions
            {
                Name = purchase.Merchant,
                Category = purchase.Kind.Category,
                Country = purchase.Kind.Country,
            },
        };
        var made = await StripeErrors.CallAsync(
            () => new AuthorizationService(stripe).CreateAsync(create, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), null, cancellationToken);
        return new(PurchaseObjects.Authorization(made, account, asOf), made.StripeResponse?.RequestId);
    }
}
