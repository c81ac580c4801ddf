using System.Text.Json;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.Cards;

/// <summary>A card as Stripe has it after a change.</summary>
/// <param name="Card">The card.</param>
/// <param name="StripeRequestId">Stripe's id of the request.</param>
/// <param name="AuditDetails">What was changed.</param>
public sealed record CardChanged(Card Card, string? StripeRequestId, string? AuditDetails) : IStripeAnswer, IAuditedAnswer;

/// <summary>Makes changes of a card's status, which all go the same way.</summary>
internal sealed class CardWrites(ICardReader cards, ICardGateway stripe, ICardCopies copies, StripeWriter writer, AuthorizedAccount account)
{
    public async Task<CardView> FindAsync(string cardId, CancellationToken cancellationToken) =>
        await cards.FindAsync(CardId.Parse(cardId), cancellationToken) ?? throw new NotFoundException("card");

    public async Task<CardChanged> SetStatusAsync(
        CardView view, CardStatus status, CancellationReason? reason, string kind, string? requestId, Func<Task> alongside, CancellationToken cancellationToken)
    {
        var before = view.Card;
        var intent = new WriteIntent(
            kind, before.Id.Value, before.AccountId, requestId, JsonSerializer.SerializeToElement(new { status = status.ToString() }));
        var answer = await writer.RunAsync(
            intent,
            (key, token) => stripe.SetStatusAsync(before.Id, status, reason, before.AccountId, account.OnBehalfOf, key, token),
            async (_, card) =>
            {
                await copies.KeepAsync(card, CancellationToken.None);
                await alongside();
            },
            async _ => await stripe.GetAsync(before.Id, before.AccountId, account.OnBehalfOf, CancellationToken.None) is var now && now.State.Status == status
                ? now
                : null,
            async _ => (await FindAsync(before.Id.Value, cancellationToken)).Card,
            card => card.Id.Value,
            cancellationToken);
        return new CardChanged(answer.State, answer.StripeRequestId, $"{Words(before)} → {Words(answer.State)}");
    }

    public static RuleViolationException Refused(Card card, string what) => card.Status == CardStatus.Canceled
        ? new("This card was canceled, and Stripe never brings a canceled card back.", "card_canceled")
        : new($"This card is {Words(card)} and cannot be {what}.", "card_state");

    private static string Words(Card card) => card.Status switch
    {
        CardStatus.Canceled when card.CancellationReason is { } reason => "canceled, " + reason.ToString().ToLowerInvariant(),
        _ => card.Status.ToString().ToLowerInvariant(),
    };
}
