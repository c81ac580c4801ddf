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
        Codes.Find<CardStanding>(Status),
        Codes.Find<CardType>(Type),
        null,
        Codes.Find<CardSort>(Sort) ?? CardSort.Newest,
        Codes.Find<CardNeed>(Need),
        today);
}

internal sealed class CardFilterValidator : AbstractValidator<CardFilter>
{
    public CardFilterValidator()
    {
        RuleFor(f => f.Text).MaximumLength(100);
        RuleFor(f => f.Status).Must(s => Codes.Find<CardStanding>(s) is not null).When(f => f.Status is not null)
            .WithReason(InvalidReason.CardStatus);
        RuleFor(f => f.Type).Must(t => Codes.Find<CardType>(t) is not null).When(f => f.Type is not null)
            .WithReason(InvalidReason.CardType);
        RuleFor(f => f.Need).Must(n => Codes.Find<CardNeed>(n) is not null).When(f => f.Need is not null)
            .WithReason(InvalidReason.CardNeed);
        RuleFor(f => f.Sort).Must(s => Codes.Find<CardSort>(s) is not null).When(f => f.Sort is not null)
            .WithReason(InvalidReason.CardSort);
    }
}
