using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using FluentValidation;

namespace CleanIssuing.Application.Cards;

/// <summary>What an admin looks for among cards.</summary>
public record CardFilter
{
    /// <summary>None looks through all accounts that the person sees.</summary>
    public AccountId? Account { get; init; }

    /// <summary>A part of the cardholder's name or e-mail address, of what the card is called, or the last four digits.</summary>
    public string? Text { get; init; }

    /// <summary>One of <see cref="CardStanding"/>.</summary>
    public string? Status { get; init; }

    public string? Type { get; init; }

    public string? Sort { get; init; }

    /// <summary>One of <see cref="CardNeed"/>.</summary>
    public string? Need { get; init; }

    internal Requirement Requirement => Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();

    internal CardQuery ToQuery(IReadOnlyList<Account> visible, DateOnly today) => new(
        Account is { } account ? [account] : [.. visible.Select(a => a.Id)],
        string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
        Named<CardStanding>(Status),
        Named<CardType>(Type),
        null,
        Named<CardSort>(Sort) ?? CardSort.Newest,
        Named<CardNeed>(Need),
        today);

    internal static bool IsName<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Any(value => Is(text, value));

    private static T? Named<T>(string? text)
        where T : struct, Enum => text is null ? null : Enum.GetValues<T>().First(value => Is(text, value));

    /// <summary>Whether the text is the value's code, as in <c>not_activated</c>, or its name.</summary>
    private static bool Is<T>(string text, T value)
        where T : struct, Enum => string.Equals(text, value.ToCode(), StringComparison.OrdinalIgnoreCase)
            || string.Equals(text, value.ToString(), StringComparison.OrdinalIgnoreCase);
}

internal sealed class CardFilterValidator : AbstractValidator<CardFilter>
{
    public CardFilterValidator()
    {
        RuleFor(f => f.Text).MaximumLength(100);
        RuleFor(f => f.Status).Must(s => CardFilter.IsName<CardStanding>(s!)).When(f => f.Status is not null)
            .WithReason(InvalidReason.CardStatus);
        RuleFor(f => f.Type).Must(t => CardFilter.IsName<CardType>(t!)).When(f => f.Type is not null).WithReason(InvalidReason.CardType);
        RuleFor(f => f.Need).Must(n => CardFilter.IsName<CardNeed>(n!)).When(f => f.Need is not null).WithReason(InvalidReason.CardNeed);
        RuleFor(f => f.Sort).Must(s => CardFilter.IsName<CardSort>(s!)).When(f => f.Sort is not null).WithReason(InvalidReason.CardSort);
    }
}
