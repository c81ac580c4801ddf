using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.People;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.Accounts;

internal sealed class PlatformAccountReader(IStripeClient stripe) : IPlatformAccountReader
{
    public async Task<AccountId> GetIdAsync(CancellationToken cancellationToken) => AccountId.Parse(
        (await StripeErrors.CallAsync(() => new AccountService(stripe).GetSelfAsync(null, cancellationToken), null, cancellationToken)).Id);
}
