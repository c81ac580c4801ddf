using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A page of cardholders by name, in the accounts that the person manages.</summary>
/// <param name="Account">The account; none looks through all.</param>
/// <param name="Text">A part of the name or of the e-mail address.</param>
/// <param name="After">The last of the page before.</param>
public sealed record GetCardholders(string? Account = null, string? Text = null, string? After = null)
    : IRequest<FoundCardholders>, IAuthorizedRequest
{
    /// <summary>How many a page has.</summary>
    public const int PageSize = 50;

    /// <inheritdoc />
    public Requirement Requirement => Account is null ? new SeesSomeAccount() : new SeesAccount(Account);
}

/// <summary>A page of cardholders.</summary>
/// <param name="Accounts">The accounts that the person manages.</param>
/// <param name="Cardholders">The cardholders of this page.</param>
/// <param name="Next">What to ask for the next page <c>After</c>; none on the last.</param>
public sealed record FoundCardholders(IReadOnlyList<Account> Accounts, IReadOnlyList<CardholderView> Cardholders, CardholderId? Next);

internal sealed class GetCardholdersValidator : AbstractValidator<GetCardholders>
{
    public GetCardholdersValidator()
    {
        RuleFor(r => r.Account).Must(AccountId.IsValid).When(r => r.Account is not null).WithMessage("An account id starts with acct_.");
        RuleFor(r => r.Text).MaximumLength(100);
        RuleFor(r => r.After).Must(CardholderId.IsValid).When(r => r.After is not null).WithMessage("A cardholder id starts with ich_.");
    }
}

internal sealed class GetCardholdersHandler(ICurrentActor current, ICardReader cards, ICardholderReader cardholders)
    : IRequestHandler<GetCardholders, FoundCardholders>
{
    public async Task<FoundCardholders> Handle(GetCardholders request, CancellationToken cancellationToken)
    {
        var accounts = await cards.SeenByAsync(current.Actor.UserId!, cancellationToken);
        IReadOnlyList<AccountId> wanted = request.Account is { } one ? [AccountId.Parse(one)] : [.. accounts.Select(a => a.Id)];
        CardholderId? after = request.After is null ? null : CardholderId.Parse(request.After);
        var page = await cardholders.PageAsync(wanted, request.Text?.Trim(), after, GetCardholders.PageSize + 1, cancellationToken);
        var shown = page.Take(GetCardholders.PageSize).ToList();
        return new FoundCardholders(accounts, shown, page.Count > shown.Count ? shown[^1].Cardholder.Id : null);
    }
}
