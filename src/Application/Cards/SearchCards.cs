using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>What an admin looks for; as it stands in the address of the page.</summary>
public record CardFilter
{
    /// <summary>The account; none looks through all that the person manages.</summary>
    public string? Account { get; init; }

    /// <summary>The last four digits, or a part of the cardholder's name.</summary>
    public string? Text { get; init; }

    /// <summary><c>active</c>, <c>inactive</c> or <c>canceled</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>virtual</c> or <c>physical</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The cardholder.</summary>
    public string? Cardholder { get; init; }

    /// <summary><c>newest</c>, <c>oldest</c>, <c>name</c> or <c>last4</c>.</summary>
    public string? Sort { get; init; }
}

/// <summary>A page of the cards that match, in the accounts that the person manages.</summary>
/// <param name="Filter">Which.</param>
/// <param name="After">The last card of the page before; none for the first page.</param>
public sealed record SearchCards(CardFilter Filter, string? After = null) : IRequest<FoundCards>, IAuthorizedRequest
{
    /// <summary>How many cards a page has.</summary>
    public const int PageSize = 50;

    /// <inheritdoc />
    public Requirement Requirement => CardFilters.Requirement(Filter);
}

/// <summary>A page of cards.</summary>
/// <param name="Accounts">The accounts that the person manages.</param>
/// <param name="Cards">The cards of this page.</param>
/// <param name="Next">What to ask for the next page <c>After</c>; none on the last.</param>
/// <param name="Import">How far the copying from Stripe has come.</param>
public sealed record FoundCards(IReadOnlyList<Account> Accounts, IReadOnlyList<CardView> Cards, CardId? Next, ImportProgress Import);

internal sealed class CardFilterValidator : AbstractValidator<CardFilter>
{
    public CardFilterValidator()
    {
        RuleFor(f => f.Account).Must(AccountId.IsValid).When(f => f.Account is not null).WithMessage("An account id starts with acct_.");
        RuleFor(f => f.Cardholder).Must(CardholderId.IsValid).When(f => f.Cardholder is not null).WithMessage("A cardholder id starts with ich_.");
        RuleFor(f => f.Text).MaximumLength(100);
        RuleFor(f => f.Status).Must(s => CardFilters.IsName<CardStatus>(s!)).When(f => f.Status is not null).WithMessage("The status is active, inactive or canceled.");
        RuleFor(f => f.Type).Must(t => CardFilters.IsName<CardType>(t!)).When(f => f.Type is not null).WithMessage("The type is virtual or physical.");
        RuleFor(f => f.Sort).Must(s => CardFilters.IsName<CardSort>(s!)).When(f => f.Sort is not null).WithMessage("The order is newest, oldest, name or last4.");
    }
}

internal sealed class SearchCardsValidator : AbstractValidator<SearchCards>
{
    public SearchCardsValidator()
    {
        RuleFor(r => r.Filter).SetValidator(new CardFilterValidator());
        RuleFor(r => r.After).Must(CardId.IsValid).When(r => r.After is not null).WithMessage("A card id starts with ic_.");
    }
}

internal sealed class SearchCardsHandler(ICurrentActor current, ICardReader cards, ICardSearch search, IImportStore imports)
    : IRequestHandler<SearchCards, FoundCards>
{
    public async Task<FoundCards> Handle(SearchCards request, CancellationToken cancellationToken)
    {
        var accounts = await cards.SeenByAsync(current.Actor.UserId!, cancellationToken);
        CardId? after = request.After is null ? null : CardId.Parse(request.After);
        var page = await search.PageAsync(
            CardFilters.Query(request.Filter, accounts), after, SearchCards.PageSize + 1, cancellationToken);
        var shown = page.Take(SearchCards.PageSize).ToList();
        return new FoundCards(
            accounts, shown, page.Count > shown.Count ? shown[^1].Card.Id : null, await imports.ProgressAsync(cancellationToken));
    }
}

/// <summary>Reads filters.</summary>
internal static class CardFilters
{
    public static Requirement Requirement(CardFilter filter) =>
        filter.Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();

    public static CardQuery Query(CardFilter filter, IReadOnlyList<Account> managed) => new(
        filter.Account is { } account ? [AccountId.Parse(account)] : [.. managed.Select(a => a.Id)],
        string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim(),
        Named<CardStatus>(filter.Status),
        Named<CardType>(filter.Type),
        filter.Cardholder is { } cardholder ? CardholderId.Parse(cardholder) : null,
        Named<CardSort>(filter.Sort) ?? CardSort.Newest);

    public static bool IsName<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static T? Named<T>(string? text)
        where T : struct, Enum => text is null ? null : Enum.Parse<T>(text, ignoreCase: true);
}
