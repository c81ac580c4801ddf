using CleanIssuing.Application.Cards;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>What these controls would have done to past purchases, had they been in force.</summary>
/// <param name="Days">How many days to look back: one of <see cref="Windows"/>.</param>
public sealed record PreviewSpendControls(AccountId AccountId, IReadOnlyList<CardId> CardIds, SpendControlsInput Controls, int Days)
    : IRequest<ControlsPreview>, IAuthorizedRequest
{
    public static IReadOnlyList<int> Windows { get; } = [30, 90, 365];

    public Requirement Requirement => new ManagesAccount(AccountId);
}

internal sealed class PreviewSpendControlsValidator : AbstractValidator<PreviewSpendControls>
{
    public PreviewSpendControlsValidator()
    {
        RuleFor(r => r.CardIds).NotEmpty().WithReason(InvalidReason.CardsRequired);
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Days).Must(PreviewSpendControls.Windows.Contains).WithReason(InvalidReason.Days);
    }
}

internal sealed class PreviewSpendControlsHandler(ICardReader cards, ControlsPreviewer previewer)
    : IRequestHandler<PreviewSpendControls, ControlsPreview>
{
    public async Task<ControlsPreview> Handle(PreviewSpendControls request, CancellationToken cancellationToken)
    {
        CardId[] ids = [.. request.CardIds.Distinct()];
        var views = await cards.GetByIdsAsync([request.AccountId], ids, cancellationToken);
        if (views.Count < ids.Length)
            throw new NotFoundException(EntityKind.Card);
        var currency = CardsOfOneCurrency.Of(views);
        var change = request.Controls.ToChange(currency);
        return await previewer.RunAsync(
            views, card => card.SpendingControls.With(change), holder => holder.SpendingControls.In(currency), currency, request.Days,
            cancellationToken);
    }
}
