using CleanIssuing.Domain.Accounts;
using MediatR;

namespace CleanIssuing.Application.Accounts;

/// <summary>What the accounts that the person manages have decided for themselves, by the accounts' names.</summary>
public sealed record ListAccountSettings : IRequest<IReadOnlyList<SettingsOfAccount>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

public sealed record SettingsOfAccount(Account Account, AccountSettings Settings);

internal sealed class ListAccountSettingsHandler(ManagedAccounts managed, IAccountReader accounts, IAccountSettingsStore settings)
    : IRequestHandler<ListAccountSettings, IReadOnlyList<SettingsOfAccount>>
{
    public async Task<IReadOnlyList<SettingsOfAccount>> Handle(ListAccountSettings request, CancellationToken cancellationToken)
    {
        var ids = await managed.ListAsync(null, cancellationToken);
        var all = new List<SettingsOfAccount>();
        foreach (var account in await accounts.GetByIdsAsync(ids, cancellationToken))
            all.Add(new SettingsOfAccount(account, await settings.GetAsync(account.Id, cancellationToken)));
        return all;
    }
}
