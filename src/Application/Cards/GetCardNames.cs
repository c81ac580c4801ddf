using CleanIssuing.Application.Accounts;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>What people call these cards, cardholders and accounts, those that the person manages.</summary>
public sealed record GetCardNames(IReadOnlyCollection<string> Ids) : IRequest<IReadOnlyDictionary<string, string>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class GetCardNamesHandler(ManagedAccounts managed, ICardNames names, IAccountReader accounts)
    : IRequestHandler<GetCardNames, IReadOnlyDictionary<string, string>>
{
    public async Task<IReadOnlyDictionary<string, string>> Handle(GetCardNames request, CancellationToken cancellationToken)
    {
        var own = await managed.ListAsync(null, cancellationToken);
        var found = new Dictionary<string, string>(await names.GetAsync(own, request.Ids, cancellationToken), StringComparer.Ordinal);
        AccountId[] asked = [.. own.Where(a => request.Ids.Contains(a.Value))];
        if (asked.Length > 0)
        {
            foreach (var account in await accounts.GetByIdsAsync(asked, cancellationToken))
                found[account.Id.Value] = account.Name;
        }

        return found;
    }
}
