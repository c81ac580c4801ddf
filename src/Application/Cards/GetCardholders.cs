using CleanIssuing.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A page of cardholders.</summary>
/// <param name="Sort">One of <see cref="CardholderSort"/>; none sorts by name.</param>
/// <param name="After">The last one of the page before.</param>
/// <param name="Before">The first one of the page after.</param>
public sealed record GetCardholders(
    AccountId? Account = null, string? Text = null, string? Sort = null, CardholderId? After = null, CardholderId? Before = null)
    : IRequest<FoundCardholders>, IAuthorizedRequest
{
    public const int PageSize = 50;

    public Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

/// <param name="Total">How many match, on all pages.</param>
/// <param name="IsRanked">Whether they are sorted as asked; not where too many match for this order.</param>
/// <param name="Next">What the next page comes after; none where this is the last.</param>
/// <param name="Previous">What the previous page comes before; none where this is the first.</param>
public sealed record FoundCardholders(
    IReadOnlyList<Account> Accounts, IReadOnlyList<CardholderView> Cardholders, int Total, bool IsRanked, CardholderId? Next,
    CardholderId? Previous);

internal sealed class GetCardholdersValidator : AbstractValidator<GetCardholders>
{
    public GetCardholdersValidator()
    {
        RuleFor(r => r.Text).MaximumLength(100);
        RuleFor(r => r.Sort).Must(s => Codes.Find<CardholderSort>(s) is not null).When(r => r.Sort is not null)
            .WithReason(InvalidReason.CardSort);
    }
}

internal sealed class GetCardholdersHandler(VisibleAccounts visible, ICardholderReader cardholders, ICardRanking ranking)
    : IRequestHandler<GetCardholders, FoundCardholders>
{
    public async Task<FoundCardholders> Handle(GetCardholders request, CancellationToken cancellationToken)
    {
        var accounts = await visible.ListAsync(cancellationToken);
        IReadOnlyList<AccountId> wanted = request.Account is { } one ? [one] : [.. accounts.Select(a => a.Id)];
        var sort = Codes.Find<CardholderSort>(request.Sort) ?? CardholderSort.Name;
        var query = new CardholderQuery(wanted, request.Text?.Trim(), sort);
        var total = await cardholders.CountAsync(query, cancellationToken);
        var byRank = ICardRanking.Knows(sort);
        var ranks = byRank && total <= ICardRanking.AtMost;
        var page = ranks
            ? await RankedAsync(query, request, cancellationToken)
            : await PageAsync(byRank ? query with { Sort = CardholderSort.Name } : query, request, cancellationToken);
        return new FoundCardholders(
            accounts, page.Items, total, ranks || !byRank, page.Next(v => v.Cardholder.Id), page.Previous(v => v.Cardholder.Id));
    }

    private async Task<KeysetPage<CardholderView>> PageAsync(
        CardholderQuery query, GetCardholders request, CancellationToken cancellationToken) => KeysetPage<CardholderView>.Of(
            await cardholders.PageAsync(query, request.After, request.Before, GetCardholders.PageSize + 1, cancellationToken),
            GetCardholders.PageSize, isOn: request.After is not null, isBack: request.After is null && request.Before is not null);

    private async Task<KeysetPage<CardholderView>> RankedAsync(
        CardholderQuery query, GetCardholders request, CancellationToken cancellationToken)
    {
        var some = await cardholders.PageAsync(
            query with { Sort = CardholderSort.Name }, null, null, ICardRanking.AtMost, cancellationToken);
        return RankedPage.Of(
            await ranking.RankAsync(query.Accounts, some, query.Sort, cancellationToken), v => v.Cardholder.Id, request.After,
            request.Before, GetCardholders.PageSize);
    }
}
