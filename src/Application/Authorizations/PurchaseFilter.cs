using FluentValidation;

namespace CleanIssuing.Application.Authorizations;

/// <summary>What somebody looks for among purchases.</summary>
public record PurchaseFilter
{
    /// <summary>Only purchases with the person's own cards, rather than those of the accounts that they see.</summary>
    public bool Mine { get; init; }

    /// <summary>None looks through all accounts that the person sees.</summary>
    public AccountId? Account { get; init; }

    /// <summary>A part of the merchant's or the cardholder's name, an amount, or the card's last four digits.</summary>
    public string? Text { get; init; }

    public string? State { get; init; }

    /// <summary>The first moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The moment after the last.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Category { get; init; }

    public string? Country { get; init; }

    public CardId? Card { get; init; }

    /// <summary>The last four digits of the card.</summary>
    public string? Last4 { get; init; }

    public CardholderId? Cardholder { get; init; }

    internal Requirement Requirement =>
        Mine ? new SignedIn() : Account is { } account ? new SeesAccount(account) : new SeesSomeAccount();
}

internal sealed class PurchaseFilterValidator : AbstractValidator<PurchaseFilter>
{
    public PurchaseFilterValidator()
    {
        RuleFor(f => f.Text).MaximumLength(255);
        RuleFor(f => f.Last4).MaximumLength(255);
        RuleFor(f => f.State).Must(s => Codes.Find<PurchaseState>(s) is not null).When(f => f.State is not null)
            .WithReason(InvalidReason.PurchaseState);
        RuleFor(f => f.Category).Must(c => MerchantCategories.IsKnown(c!)).When(f => f.Category is not null)
            .WithReason(InvalidReason.CategoryUnknown, (_, code) => [code!]);
        RuleFor(f => f.Country).Must(c => Countries.IsKnown(c!)).When(f => f.Country is not null)
            .WithReason(InvalidReason.CountryUnknown, (_, code) => [code!]);
    }
}
