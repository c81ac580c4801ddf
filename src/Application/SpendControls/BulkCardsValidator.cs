using FluentValidation;

namespace CleanIssuing.Application.SpendControls;

/// <summary>As many cards as a bulk edit takes.</summary>
internal sealed class BulkCardsValidator : AbstractValidator<IReadOnlyList<CardId>>
{
    public BulkCardsValidator() => RuleFor(ids => ids).NotEmpty().WithReason(InvalidReason.CardsRequired)
        .Must(ids => ids.Count <= StartBulkEdit.MaxCards).WithReason(InvalidReason.TooManyCards, (_, _) => [StartBulkEdit.MaxCards])
        .OverridePropertyName("CardIds");
}
