using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Application.Accounts;

/// <summary>Asks Stripe for the platform's account, whose keys the portal uses, and for those connected to it.</summary>
public interface IStripeAccountReader
{
    Task<AccountId> GetPlatformIdAsync(CancellationToken cancellationToken);

    /// <summary>The platform's own account first. Connected ones only where the keys may list them.</summary>
    IAsyncEnumerable<Account> ListAsync(CancellationToken cancellationToken);
}
