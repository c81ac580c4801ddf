using CleanIssuing.Application.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>What these controls of a cardholder would have done to past purchases with all of their cards.</summary>
/// <param name="Currency">Of the limits. Purchases in other currencies are counted as ones that cannot be judged.</param>
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
        var (currency, views) = (request.Currency, await cards.ListForCardholdersAsync([holder.Id], cancellationToken));
        var shared = holder.SpendingControls.With(request.Controls.ToChange(currency)).In(currency);
        return await previewer.RunAsync(
            views, card => card.SpendingControls.In(currency), _ => shared, currency, request.Days, cancellationToken);
    }
}
