using CleanIssuing.Application.Authorizations;
using Microsoft.Extensions.Logging;
using Stripe;
using Stripe.Issuing;
using Account = CleanIssuing.Domain.Accounts.Account;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

internal sealed class StripeAuthorizationReader(IStripeClient stripe, TimeProvider time, ILogger<StripeAuthorizationReader> logger)
    : IStripeAuthorizationReader
{
    private const int PageSize = 100;

    public async Task<Domain.Authorizations.Authorization> GetAsync(
        AuthorizationId authorization, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var found = await StripeErrors.CallAsync(
            () => new AuthorizationService(stripe).GetAsync(
                authorization.Value, null, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken),
            StripeErrors.Missing, cancellationToken);
        return AuthorizationMapper.Authorization(found, account, StripeClock.DateOf(found.StripeResponse, time));
    }

    public async Task<Page<StripePurchase>> ListAsync(
        Account account, DateTimeOffset since, string? after, CancellationToken cancellationToken)
    {
        var options = new AuthorizationListOptions
        {
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
            Limit = PageSize,
            StartingAfter = after,
        };
        var page = await StripeErrors.CallAsync(
            () => new AuthorizationService(stripe).ListAsync(options, StripeClients.OnBehalfOf(account.OnBehalfOf), cancellationToken),
            null, cancellationToken);
        var asOf = StripeClock.DateOf(page.StripeResponse, time);
        return StripePages.Map(
            page,
            authorization => new StripePurchase(
                AuthorizationMapper.Authorization(authorization, account.Id, asOf),
                [.. (authorization.Transactions ?? []).Select(t => AuthorizationMapper.Transaction(t, account.Id, asOf))]),
            logger);
    }
}
