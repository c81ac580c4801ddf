using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Authorizations at Stripe.</summary>
public interface IStripeAuthorizationReader
{
    Task<Authorization> GetAsync(
        AuthorizationId authorization, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken);

    /// <summary>A page at a time, the newest first.</summary>
    Task<Page<StripePurchase>> ListAsync(Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken);
}
