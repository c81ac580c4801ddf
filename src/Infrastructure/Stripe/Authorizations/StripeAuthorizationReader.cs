using CleanIssuing.Application.Authorizations;
using Stripe;
using Stripe.Issuing;
using Account = CleanIssuing.Domain.Accounts.Account;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

internal sealed class StripeAuthorizationReader(IStripeClient stripe, TimeProvider time) : IStripeAuthorizationReader
{
    private const int PageSize = 100;

    public async Task<Page<Domain.Authorizations.Authorization>> ListAsync(
        Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var options = new AuthorizationListOptions
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = PageSize,
            StartingAfter = after,
        };
        var page = await StripeErrors.CallAsync(
            () => new AuthorizationService(stripe).ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        return StripePages.Map(page, authorization => AuthorizationMapper.Authorization(authorization, account.Id, asOf));
    }
}
