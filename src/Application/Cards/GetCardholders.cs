using CleanIssuing.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A page of cardholders, by name.</summary>
public sealed record GetCardholders(AccountId? Account = null, string? Text = null, CardholderId? After = null)
    : IRequest<FoundCardholders>, IAuthorizedRequest
{
    public const int PageSize = 50;

    public Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

public sealed record FoundCardholders(IReadOnlyList<Account> Accounts, IReadOnlyList<CardholderView> Cardholders, CardholderId? Next);

internal sealed class GetCardholdersValidator : AbstractValidator<GetCardholders>
{
    public GetCardholdersValidator() => RuleFor(r => r.Text).MaximumLength(100);
}

internal sealed class GetCardholdersHandler(VisibleAccounts visible, ICardholderReader cardholders)
    : IRequestHandler<GetCardholders, FoundCardholders>
{
    public async Task<FoundCardholders> Handle(GetCardholders request, CancellationToken cancellationToken)
    {
        var accounts = await visible.ListAsync(cancellationToken);
        IReadOnlyList<AccountId> wanted = request.Account is { } one ? [one] : [.. accounts.Select(a => a.Id)];
        var page = await cardholders.PageAsync(wanted, request.Text?.Trim(), request.After, GetCardholders.PageSize + 1, cancellationToken);
        var shown = page.Take(GetCardholders.PageSize).ToList();
        return new FoundCardholders(accounts, shown, page.Count > shown.Count ? shown[^1].Cardholder.Id : null);
    }
}
