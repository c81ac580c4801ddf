using CleanIssuing.Application.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>What these controls of a cardholder would have done to past purchases with all of their cards.</summary>
/// <param name="Currency">
/// Of the limits. Purchases in other currencies are counted as ones that cannot be judged; where no card is in it, those in the currency
/// of most cards are judged without the limits.
/// </param>
/// <param name="Days">How many days to look back: one of <see cref="PreviewSpendControls.Windows"/>.</param>
public sealed record PreviewCardholderControls(CardholderId CardholderId, SpendControlsInput Controls, Currency Currency, int Days)
    : IRequest<ControlsPreview>, IAuthorizedRequest
{
    public Requirement Requirement => new ManagesCardholder(CardholderId);
}

internal sealed class PreviewCardholderControlsValidator : AbstractValidator<PreviewCardholderControls>
{
    public PreviewCardholderControlsValidator()
    {
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Days).Must(PreviewSpendControls.Windows.Contains).WithReason(InvalidReason.Days);
    }
}

internal sealed class PreviewCardholderControlsHandler(
    ICardholderReader cardholders, ICardReader cards, ControlsPreviewer previewer)
    : IRequestHandler<PreviewCardholderControls, ControlsPreview>
{
    public async Task<ControlsPreview> Handle(PreviewCardholderControls request, CancellationToken cancellationToken)
    {
        var holder = await cardholders.FindAsync(request.CardholderId, cancellationToken)
            ?? throw new NotFoundException(EntityKind.Cardholder);
        var views = await cards.ListForCardholdersAsync([holder.Id], cancellationToken);
        var ofCards = CardCurrencies.MostFirst(views.Select(v => v.Card));
        var currency = ofCards.Count == 0 || ofCards.Contains(request.Currency) ? request.Currency : ofCards[0];
        var wanted = holder.SpendingControls.With(request.Controls.ToChange(request.Currency));
        var preview = await previewer.RunAsync(
            views, card => card.SpendingControls.In(currency), _ => wanted.In(currency), currency, request.Days, cancellationToken);
        return preview with { LimitsNotJudged = wanted.LimitsCurrency is { } limits && limits != currency ? limits : null };
    }
}
