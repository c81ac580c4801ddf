using CleanIssuing.Domain.Accounts;

namespace CleanIssuing.Application.Accounts;

/// <summary>Keeps what accounts have decided for themselves.</summary>
public interface IAccountSettingsStore
{
    /// <summary>The defaults where nothing was decided.</summary>
    Task<AccountSettings> GetAsync(AccountId account, CancellationToken cancellationToken);

    Task SetAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken);

    /// <summary>Unless the account has decided already.</summary>
    Task AddAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken);
}
