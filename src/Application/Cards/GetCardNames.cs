using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>What people call these cards and cardholders, those of the accounts that the person manages.</summary>
public sealed record GetCardNames(IReadOnlyCollection<string> Ids) : IRequest<IReadOnlyDictionary<string, string>>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesSomeAccount();
}

internal sealed class GetCardNamesHandler(ManagedAccounts managed, ICardNames names)
    : IRequestHandler<GetCardNames, IReadOnlyDictionary<string, string>>
{
    public async Task<IReadOnlyDictionary<string, string>> Handle(GetCardNames request, CancellationToken cancellationToken) =>
        await names.GetAsync(await managed.ListAsync(null, cancellationToken), request.Ids, cancellationToken);
}
