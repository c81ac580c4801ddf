namespace CleanIssuing.Application.Common.Access;

/// <summary>The accounts that a list is about: the one named, or all that the person manages.</summary>
internal sealed class ManagedAccounts(IAccessReader access, ICurrentActor current)
{
    public async Task<IReadOnlyList<AccountId>> ListAsync(AccountId? account, CancellationToken cancellationToken) =>
        account is { } one ? [one] : await access.ListAdministeredAccountsAsync(current.Actor.UserId!, cancellationToken);
}
