using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>The latest purchases with a card, and why a declined one was declined, for those who may see the card.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Before">The last of the page before; none for the first page.</param>
public sealed record GetCardActivity(string CardId, string? Before = null) : IRequest<CardActivity>, IAuthorizedRequest
{
    /// <summary>How many purchases a page has.</summary>
    public const int PageSize = 10;

    /// <inheritdoc />
    public Requirement Requirement => new MayViewCard(CardId);
}

/// <summary>A page of purchases.</summary>
/// <param name="Purchases">The purchases, the latest first.</param>
/// <param name="Next">What to ask for the next page <c>Before</c>; none on the last.</param>
public sealed record CardActivity(IReadOnlyList<PurchaseView> Purchases, AuthorizationId? Next);

/// <summary>A purchase, or the try at one.</summary>
/// <param name="Purchase">The purchase.</param>
/// <param name="Why">Why it was declined; none where it was approved.</param>
/// <param name="Refunded">What has been given back of it, in the minor unit.</param>
public sealed record PurchaseView(Authorization Purchase, string? Why, long Refunded);

internal sealed class GetCardActivityHandler(IPurchaseReader purchases, DeclineExplanations explanations)
    : IRequestHandler<GetCardActivity, CardActivity>
{
    public async Task<CardActivity> Handle(GetCardActivity request, CancellationToken cancellationToken)
    {
        AuthorizationId? before = AuthorizationId.IsValid(request.Before) ? AuthorizationId.Parse(request.Before) : null;
        var page = await purchases.LatestAsync(CardId.Parse(request.CardId), before, GetCardActivity.PageSize + 1, cancellationToken);
        var shown = page.Take(GetCardActivity.PageSize).ToList();
        var refunds = (await purchases.TransactionsOfAsync([.. shown.Select(p => p.Id)], cancellationToken))
            .Where(t => t.Type == TransactionType.Refund)
            .GroupBy(t => t.AuthorizationId!.Value)
            .ToDictionary(g => g.Key, g => g.Sum(t => Math.Abs(t.Amount)));

        var views = new List<PurchaseView>(shown.Count);
        foreach (var purchase in shown)
            views.Add(new PurchaseView(purchase, await explanations.WhyAsync(purchase, cancellationToken), refunds.GetValueOrDefault(purchase.Id)));
        return new CardActivity(views, page.Count > shown.Count ? shown[^1].Id : null);
    }
}

/// <summary>
/// Says why a purchase was declined. Stripe only says that it was a spending control; which one, and what was left of it, is
/// found by holding the purchase against the controls of that time and the purchases before it.
/// </summary>
internal sealed class DeclineExplanations(ICardReader cards, IPurchaseReader purchases, IControlHistory history)
{
    public async Task<string?> WhyAsync(Authorization purchase, CancellationToken cancellationToken)
    {
        if (purchase.Approved)
            return null;
        if (purchase.Reason != AuthorizationReasons.SpendingControls)
            return "Declined: " + AuthorizationReasons.Text(purchase.Reason) + ".";
        return await DeclineAsync(purchase, cancellationToken) is { } decline
            ? $"Declined by {ControlWords.Why(decline, purchase.Amount, purchase.Currency)}."
            : "Declined by a spending control that is not known here: it may have been changed since, or Stripe counted purchases that we have not seen.";
    }

    private async Task<ControlDecline?> DeclineAsync(Authorization purchase, CancellationToken cancellationToken)
    {
        var view = await cards.FindAsync(purchase.CardId, cancellationToken);
        if (view is null)
            return null;

        // Stripe dates purchases to the second: a change of the same second came before.
        var later = await history.FirstSinceAsync(purchase.CardId, purchase.CreatedAt.AddSeconds(1), cancellationToken);
        var own = StripeDefaultLimit.Effective(later?.Before ?? view.Card.SpendingControls, purchase.Currency);
        var ofCard = await purchases.BeforeAsync(purchase, LimitPeriod.EarliestStart(own.Limits, purchase.Day), cancellationToken);
        if (Decide(own, ofCard.Purchases, purchase, ControlLevel.Card) is { } decline)
            return decline;

        var shared = view.Cardholder.SpendingControls;
        return shared.Equals(SpendingControls.None)
            ? null
            : Decide(
                shared,
                (await purchases.OfCardholderAsync(view.Cardholder.Id, LimitPeriod.EarliestStart(shared.Limits, purchase.Day), purchase, cancellationToken)).Purchases,
                purchase, ControlLevel.Cardholder);
    }

    private static ControlDecline? Decide(SpendingControls controls, PurchaseHistory before, Authorization purchase, ControlLevel level)
    {
        var kinds = before.Kinds.Append(purchase.Kind).ToList();
        var ledger = new ControlLedger(controls, kinds);
        ledger.CountAll(before);
        return ledger.Decide(purchase.Amount, purchase.Day.DayNumber, kinds.Count - 1, level);
    }
}
