using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Accounts;

/// <summary>Asks Stripe whose keys the portal uses.</summary>
public interface IPlatformAccountReader
{
    /// <summary>The platform's own account.</summary>
    Task<AccountId> GetIdAsync(CancellationToken cancellationToken);
}
