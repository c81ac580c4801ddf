using System.Text.Json;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>What the use cases that change a card's status have in common.</summary>
internal sealed class CardOperations(
    ICardReader cards, ICardGateway stripe, ICardReplicaStore replicas, IStripeOperations operations, AccountContext account)
{
    public async Task<CardView> FindAsync(CardId card, CancellationToken cancellationToken) =>
        await cards.FindAsync(card, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);

    /// <param name="alongside">What is kept here together with the new status.</param>
    public async Task<CardChanged> SetStatusAsync(
        CardView view, CardStatus status, CancellationReason? reason, string kind, string? requestId, Func<Task> alongside,
        CancellationToken cancellationToken)
    {
        var before = view.Card;
        var operation = new StripeOperation(
            kind, before.Id.Value, before.AccountId, requestId, JsonSerializer.SerializeToElement(new { status = status.ToString() }));
        var answer = await operations.RunAsync(
            operation,
            (key, token) => stripe.SetStatusAsync(before.Id, status, reason, before.AccountId, account.OnBehalfOf, key, token),
            async (_, card) =>
            {
                await replicas.UpsertAsync(card, CancellationToken.None);
                await alongside();
            },
            async _ =>
            {
                var now = await stripe.GetAsync(before.Id, before.AccountId, account.OnBehalfOf, CancellationToken.None);
                return now.State.Status == status ? now : null;
            },
            async _ => (await FindAsync(before.Id, cancellationToken)).Card,
            card => card.Id.Value,
            cancellationToken);
        return new CardChanged(answer.State, answer.StripeRequestId, [new Detail("card.status", State(before), State(answer.State))]);
    }

    /// <summary>Why a card in this state cannot be changed like that.</summary>
    public static RuleViolationException Refused(Card card, CardAction action) => card.Status == CardStatus.Canceled
        ? new(RefusalReason.CardCanceled, action)
        : new(RefusalReason.CardState, card.Status, action);

    private static string State(Card card) => card switch
    {
        { Status: CardStatus.Canceled, CancellationReason: { } reason } => "canceled_" + reason.ToCode(),
        _ => card.Status.ToCode(),
    };
}
