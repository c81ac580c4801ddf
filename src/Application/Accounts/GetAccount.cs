using CleanIssuing.Domain.Accounts;
using MediatR;

namespace CleanIssuing.Application.Accounts;

/// <summary>An account that the person sees.</summary>
public sealed record GetAccount(AccountId AccountId) : IRequest<Account>, IAuthorizedRequest
{
    public Requirement Requirement => new SeesAccount(AccountId);
}

internal sealed class GetAccountHandler(IAccountReader accounts) : IRequestHandler<GetAccount, Account>
{
    public async Task<Account> Handle(GetAccount request, CancellationToken cancellationToken) =>
        await accounts.FindAsync(request.AccountId, cancellationToken) ?? throw new NotFoundException(EntityKind.Account);
}
