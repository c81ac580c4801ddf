using CleanIssuing.Application.Authorizations;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.TestHelpers.Issuing;
using Authorization = CleanIssuing.Domain.Authorizations.Authorization;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

/// <summary>https://docs.stripe.com/api/issuing/authorizations/test_mode_create</summary>
internal sealed class TestHelpers(IStripeClient stripe, IOptions<StripeOptions> options, TimeProvider time) : ITestHelpers
{
    public bool IsAvailable => !options.Value.IsLive;

    public async Task<StripeState<Authorization>> CreateAsync(
        TestAuthorization authorization, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var create = new AuthorizationCreateOptions
        {
            Card = authorization.Card.Value,
            Amount = authorization.Amount.Minor,
            AuthorizationMethod = authorization.Kind.Presence == "present" ? "chip" : "online",
            MerchantData = new AuthorizationMerchantDataOptions
            {
                Name = authorization.Merchant,
                Category = authorization.Kind.Category,
                Country = authorization.Kind.Country,
            },
        };
        var made = await StripeErrors.CallAsync(
            () => new AuthorizationService(stripe).CreateAsync(create, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken),
            null, cancellationToken);
        return new(
            AuthorizationMapper.Authorization(made, account, StripeClock.DateOf(made.StripeResponse, time)),
            made.StripeResponse?.RequestId);
    }
}
