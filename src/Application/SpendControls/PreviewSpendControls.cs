using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SpendControls;
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

/// <param name="IsComplete">Whether all past purchases have been imported.</param>
public sealed record ControlsPreview(BacktestResult Result, IReadOnlyList<PreviewExample> Examples, bool IsComplete);

internal sealed class PreviewSpendControlsValidator : AbstractValidator<PreviewSpendControls>
{
    public PreviewSpendControlsValidator()
    {
        RuleFor(r => r.CardIds).NotEmpty().WithReason(InvalidReason.CardsRequired);
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Days).Must(PreviewSpendControls.Windows.Contains).WithReason(InvalidReason.Days);
    }
}

internal sealed class PreviewSpendControlsHandler(
    ICardReader cards, IPurchaseHistoryReader purchases, IImportStatus import, TimeProvider time)
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
        var controlsOf = views.ToDictionary(
            v => v.Card.Id, v => StripeLimits.Effective(v.Card.SpendingControls.With(change), currency));
        var to = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var from = to.AddDays(1 - request.Days);
        var since = LimitPeriod.EarliestStart(controlsOf.Values.SelectMany(c => c.Limits), from);
        var loaded = await purchases.LoadAsync(ids, currency, since, cancellationToken);

        var backtest = new SpendingControlsBacktest(loaded.History, from, to);
        var evaluators = new Dictionary<SpendingControls, SpendingControlsEvaluator>();
        foreach (var (number, card) in loaded.Cards.Index())
        {
            var controls = controlsOf[card];
            if (!evaluators.TryGetValue(controls, out var evaluator))
                evaluators[controls] = evaluator = new SpendingControlsEvaluator(controls, currency, loaded.History.Kinds);
            backtest.Run(number, evaluator);
        }

        var result = backtest.Result();
        var shown = await purchases.GetByIdsAsync([.. result.Examples.Select(e => loaded.Ids[e.Index])], cancellationToken);
        return new ControlsPreview(
            result,
            [.. result.Examples.Zip(shown, (example, purchase) => new PreviewExample(purchase, example.Decline))],
            await import.IsHistoryCompleteAsync(cancellationToken));
    }
}
