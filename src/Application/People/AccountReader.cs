using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Reads our copies of accounts.</summary>
public interface IAccountReader
{
    /// <summary>The platform's own account; none before the first import.</summary>
    Task<Account?> PlatformAsync(CancellationToken cancellationToken);

    /// <summary>All accounts.</summary>
    Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken);
}
