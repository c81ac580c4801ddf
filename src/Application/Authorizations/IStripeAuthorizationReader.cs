using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Application.Authorizations;

/// <summary>Lists authorizations at Stripe, a page at a time, the newest first.</summary>
public interface IStripeAuthorizationReader
{
    Task<Page<Authorization>> ListAsync(Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken);
}
