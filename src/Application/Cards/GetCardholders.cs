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
/// <param name="Next">What the next page comes after; none where this is the last.</param>
/// <param name="Previous">What the previous page comes before; none where this is the first.</param>
public sealed record FoundCardholders(
    IReadOnlyList<Account> Accounts, IReadOnlyList<CardholderView> Cardholders, int Total, CardholderId? Next, CardholderId? Previous);

internal sealed class GetCardholdersValidator : AbstractValidator<GetCardholders>
{
    public GetCardholdersValidator()
    {
        RuleFor(r => r.Text).MaximumLength(100);
        RuleFor(r => r.Sort).Must(s => Codes.Find<CardholderSort>(s) is not null).When(r => r.Sort is not null)
            .WithReason(InvalidReason.CardSort);
    }
}

internal sealed class GetCardholdersHandler(VisibleAccounts visible, ICardholderReader cardholders)
    : IRequestHandler<GetCardholders, FoundCardholders>
{
    public async Task<FoundCardholders> Handle(GetCardholders request, CancellationToken cancellationToken)
    {
        var accounts = await visible.ListAsync(cancellationToken);
        IReadOnlyList<AccountId> wanted = request.Account is { } one ? [one] : [.. accounts.Select(a => a.Id)];
        var sort = Codes.Find<CardholderSort>(request.Sort) ?? CardholderSort.Name;
        var query = new CardholderQuery(wanted, request.Text?.Trim(), sort);
        var read = await cardholders.PageAsync(
            query, request.After, request.Before, GetCardholders.PageSize + 1, cancellationToken);
        var page = KeysetPage<CardholderView>.Of(
            read, GetCardholders.PageSize, isOn: request.After is not null, isBack: request.After is null && request.Before is not null);
        return new FoundCardholders(
            accounts, page.Items, await cardholders.CountAsync(query, cancellationToken), page.Next(v => v.Cardholder.Id),
            page.Previous(v => v.Cardholder.Id));
    }
}
