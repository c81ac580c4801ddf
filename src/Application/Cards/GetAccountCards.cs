using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A page of an account's cards, for its admins.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="After">The last card of the page before; none for the first page.</param>
public sealed record GetAccountCards(string AccountId, string? After = null) : IRequest<AccountCards>, IAuthorizedRequest
{
    /// <summary>How many cards a page has.</summary>
    public const int PageSize = 50;

    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);
}

/// <summary>A page of an account's cards.</summary>
/// <param name="Account">The account.</param>
/// <param name="Cards">The cards of this page.</param>
/// <param name="Next">What to ask for the next page <c>After</c>; none on the last.</param>
/// <param name="Import">How far the copying from Stripe has come.</param>
public sealed record AccountCards(Account Account, IReadOnlyList<CardView> Cards, CardId? Next, ImportProgress Import);

internal sealed class GetAccountCardsValidator : AbstractValidator<GetAccountCards>
{
    public GetAccountCardsValidator()
    {
        RuleFor(r => r.AccountId).Must(AccountId.IsValid).WithMessage("An account id starts with acct_.");
        RuleFor(r => r.After).Must(CardId.IsValid).When(r => r.After is not null).WithMessage("A card id starts with ic_.");
    }
}

internal sealed class GetAccountCardsHandler(ICurrentActor current, ICardReader cards, IImportStore imports)
    : IRequestHandler<GetAccountCards, AccountCards>
{
    public async Task<AccountCards> Handle(GetAccountCards request, CancellationToken cancellationToken)
    {
        var id = AccountId.Parse(request.AccountId);
        var managed = await cards.ManagedByAsync(current.Actor.UserId!, cancellationToken);
        var account = managed.FirstOrDefault(a => a.Id == id) ?? throw new NotFoundException("account");

        CardId? after = request.After is null ? null : CardId.Parse(request.After);
        var page = await cards.OfAccountAsync(id, after, GetAccountCards.PageSize + 1, cancellationToken);
        var shown = page.Take(GetAccountCards.PageSize).ToList();
        return new AccountCards(
            account, shown, page.Count > shown.Count ? shown[^1].Card.Id : null, await imports.ProgressAsync(cancellationToken));
    }
}
