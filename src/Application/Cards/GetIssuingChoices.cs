using CleanIssuing.Application.Accounts;
using CleanIssuing.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The accounts that the person may issue cards in, and the cardholders there, by name.</summary>
/// <param name="Chosen">A cardholder that is offered wherever their name stands in the alphabet.</param>
public sealed record GetIssuingChoices(AccountId? Account = null, string? Text = null, CardholderId? Chosen = null)
    : IRequest<IssuingChoices>, IAuthorizedRequest
{
    public Requirement Requirement => Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

public sealed record IssuingChoices(IReadOnlyList<Account> Accounts, IReadOnlyList<CardholderView> Cardholders);

internal sealed class GetIssuingChoicesValidator : AbstractValidator<GetIssuingChoices>
{
    public GetIssuingChoicesValidator() => RuleFor(r => r.Text).MaximumLength(100);
}

internal sealed class GetIssuingChoicesHandler(ManagedAccounts managed, IAccountReader accounts, ICardholderReader cardholders)
    : IRequestHandler<GetIssuingChoices, IssuingChoices>
{
    public async Task<IssuingChoices> Handle(GetIssuingChoices request, CancellationToken cancellationToken)
    {
        var all = await accounts.GetByIdsAsync(await managed.ListAsync(null, cancellationToken), cancellationToken);
        IReadOnlyList<AccountId> wanted = request.Account is { } one ? [one] : [.. all.Select(a => a.Id)];
        var page = await cardholders.PageAsync(
            new CardholderQuery(wanted, request.Text?.Trim()), null, null, GetCardholders.PageSize, cancellationToken);
        if (request.Chosen is { } chosen && page.All(c => c.Cardholder.Id != chosen)
            && await cardholders.FindAsync(chosen, cancellationToken) is { } found && wanted.Contains(found.AccountId))
            page = [new CardholderView(found, all.First(a => a.Id == found.AccountId), null), .. page];
        return new IssuingChoices(all, page);
    }
}
