using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Stripe's test helpers (https://docs.stripe.com/issuing/testing): there are none in live mode.</summary>
public interface ITestHelpers
{
    bool IsAvailable { get; }

    Task<StripeState<Authorization>> CreateAsync(
        TestAuthorization authorization, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);
}
