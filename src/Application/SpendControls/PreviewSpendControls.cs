using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.SpendControls;

/// <summary>
/// The what-if: how many past purchases controls would have declined, had they been in force. Purchases that were declined in
/// fact are left out.
/// </summary>
/// <param name="AccountId">The account of the cards.</param>
/// <param name="CardIds">The cards. They share a currency.</param>
/// <param name="Controls">The controls to try; what is left out stays as each card has it.</param>
/// <param name="Days">How far back: 30, 90 or 365.</param>
public sealed record PreviewSpendControls(string AccountId, IReadOnlyList<string> CardIds, SpendControlsInput Controls, int Days)
    : IRequest<ControlsPreview>, IAuthorizedRequest
{
    /// <summary>How far back one can look.</summary>
    public static IReadOnlyList<int> Windows { get; } = [30, 90, 365];

    /// <inheritdoc />
    public Requirement Requirement => new ManagesAccount(AccountId);
}

/// <summary>What controls would have done.</summary>
/// <param name="Result">The figures.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Examples">The first purchases that would have been declined.</param>
/// <param name="IsComplete">Whether all past purchases have been copied from Stripe.</param>
public sealed record ControlsPreview(ReplayResult Result, string Currency, IReadOnlyList<PreviewExample> Examples, bool IsComplete);

/// <summary>A purchase that would have been declined.</summary>
/// <param name="Purchase">The purchase.</param>
/// <param name="Why">The control, in words.</param>
public sealed record PreviewExample(Authorization Purchase, string Why);

internal sealed class PreviewSpendControlsValidator : AbstractValidator<PreviewSpendControls>
{
    public PreviewSpendControlsValidator()
    {
        RuleFor(r => r.CardIds).NotEmpty().WithMessage("Choose at least one card.");
        RuleForEach(r => r.CardIds).Must(CardId.IsValid).WithMessage("A card id starts with ic_.");
        RuleFor(r => r.Controls).SetValidator(new SpendControlsInputValidator());
        RuleFor(r => r.Days).Must(PreviewSpendControls.Windows.Contains).WithMessage("Look back 30, 90 or 365 days.");
    }
}

internal sealed class PreviewSpendControlsHandler(ICardReader cards, IPurchaseReader purchases, TimeProvider time)
    : IRequestHandler<PreviewSpendControls, ControlsPreview>
{
    public async Task<ControlsPreview> Handle(PreviewSpendControls request, CancellationToken cancellationToken)
    {
        CardId[] ids = [.. request.CardIds.Select(CardId.Parse).Distinct()];
        var views = await cards.ThoseAsync(AccountId.Parse(request.AccountId), ids, cancellationToken);
        if (views.Count < ids.Length)
            throw new NotFoundException("card");
        var currency = CardsOfOneCurrency.Of(views);

        var change = request.Controls.ToChange();
        var controlsOf = views.ToDictionary(
            v => v.Card.Id, v => StripeDefaultLimit.Effective(v.Card.SpendingControls.With(change), currency));
        var to = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var from = to.AddDays(1 - request.Days);
        var since = LimitPeriod.EarliestStart(controlsOf.Values.SelectMany(c => c.Limits), from);
        var history = await purchases.HistoryAsync(ids, since, cancellationToken);

        var replay = new ControlReplay(history.Purchases, from, to);
        var ledgers = new Dictionary<SpendingControls, ControlLedger>();
        foreach (var (number, card) in history.Cards.Index())
        {
            var controls = controlsOf[card];
            if (!ledgers.TryGetValue(controls, out var ledger))
                ledgers[controls] = ledger = new ControlLedger(controls, history.Purchases.Kinds);
            replay.Run(number, ledger);
        }

        var result = replay.Result();
        var shown = await purchases.ThoseAsync([.. result.Examples.Select(e => history.Ids[e.Index])], cancellationToken);
        return new ControlsPreview(
            result, currency,
            [.. result.Examples.Zip(shown, (example, purchase) => new PreviewExample(purchase, ControlWords.Why(example.Decline, purchase.Amount, currency)))],
            await purchases.IsCompleteAsync(cancellationToken));
    }
}

/// <summary>Amounts of several cards can only be told together in one currency.</summary>
internal static class CardsOfOneCurrency
{
    public static string Of(IReadOnlyList<CardView> views)
    {
        string[] currencies = [.. views.Select(v => v.Card.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return currencies.Length == 1
            ? currencies[0]
            : throw new RuleViolationException(
                $"These cards are in {string.Join(", ", currencies.Select(c => c.ToUpperInvariant()))}. Choose cards of one currency: a limit has one.",
                "several_currencies");
    }
}
