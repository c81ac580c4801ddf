using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>How many cards of the accounts that the person sees are in which state.</summary>
public sealed record GetCardCounts(AccountId? Account = null) : IRequest<CardCounts>, IAuthorizedRequest
{
    public Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

internal sealed class GetCardCountsHandler(ICurrentActor current, IAccessReader access, ICardSearch search, TimeProvider time)
    : IRequestHandler<GetCardCounts, CardCounts>
{
    public async Task<CardCounts> Handle(GetCardCounts request, CancellationToken cancellationToken)
    {
        IReadOnlyList<AccountId> accounts = request.Account is { } one
            ? [one]
            : await access.ListVisibleAccountsAsync(current.Actor.UserId!, cancellationToken);
        return await search.CountAsync(accounts, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
    }
}
