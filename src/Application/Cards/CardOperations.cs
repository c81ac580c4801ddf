using System.Text.Json;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>What the use cases that change a card's status have in common.</summary>
internal sealed class CardOperations(
    ICardReader cards, ICardUseReader use, ICardGateway stripe, ICardReplicaStore replicas, ICardReplicaUpdater updater,
    IStripeOperations operations, AccountContext account)
{
    public async Task<CardView> FindAsync(CardId card, CancellationToken cancellationToken) =>
        await cards.FindAsync(card, cancellationToken) ?? throw new NotFoundException(EntityKind.Card);

    /// <summary>
    /// Whether the card has arrived and was never active: what is inactive for any other reason was stopped, here or in the Dashboard.
    /// </summary>
    public async Task<bool> IsNewlyDeliveredAsync(CardView view, CancellationToken cancellationToken) =>
        view is
        {
            Freeze: null,
            Card: { Type: CardType.Physical, Status: CardStatus.Inactive, ShippingStatus: ShippingStatus.Delivered, HasBeenActive: false },
        }
        && !await use.HasPurchasesAsync(view.Card.Id, cancellationToken);

    /// <param name="check">
    /// Refuses what the card's state does not allow. Asked once nobody else changes the card through the portal, and not for a second
    /// click, which is the same request.
    /// </param>
    /// <param name="alongside">What is kept here together with the new status.</param>
    public async Task<CardChanged> SetStatusAsync(
        CardView view, CardStatus status, CancellationReason? reason, string kind, string? requestId, Func<CardView, Task> check,
        Func<Task> alongside, CancellationToken cancellationToken)
    {
        var before = view.Card;
        var intent = new { status = status.ToString(), reason = reason?.ToString() };
        var operation =
            new StripeOperation(kind, before.Id.Value, before.AccountId, requestId, JsonSerializer.SerializeToElement(intent));
        var answer = await operations.RunAsync(
            operation,
            async (pending, token) =>
            {
                // What is allowed is decided by what Stripe has, for the replica may lag behind a change made there.
                before = (await updater.ReadWithinOperationAsync(
                    pending, before.Id, before.AccountId, account.OnBehalfOf, token)).State;
                await check(await FindAsync(before.Id, token));
            },
            (key, token) => stripe.SetStatusAsync(before.Id, status, reason, before.AccountId, account.OnBehalfOf, key, token),
            async (_, card) =>
            {
                await replicas.UpsertWithinOperationAsync(card, CancellationToken.None);
                await alongside();
            },
            async _ =>
            {
                var now = await stripe.GetAsync(before.Id, before.AccountId, account.OnBehalfOf, CancellationToken.None);
                return now.State.Status == status ? now : null;
            },
            async (_, _) =>
            {
                var now = (await FindAsync(before.Id, cancellationToken)).Card;
                // The first click did it; somebody may have changed it since.
                return now.Status == status ? now : throw new ConflictException(RefusalReason.ChangedSince);
            },
            card => card.Id.Value,
            cancellationToken);
        return new CardChanged(
            answer.State, answer.StripeRequestId, [new Detail("card.status", State(before), State(answer.State))],
            WasActive: before.Status == CardStatus.Active);
    }

    /// <summary>
    /// Reads a card that Stripe may have changed along with another one, or has it read later: it must not keep the change of the other
    /// from being told.
    /// </summary>
    public async Task RefreshReplicaAsync(Card other)
    {
        try
        {
            await updater.ReadAsync(other.Id, other.AccountId, account.OnBehalfOf, CancellationToken.None);
        }
        catch (ExpectedException)
        {
            await updater.QueueRefreshAsync(other.Id, other.AccountId, CancellationToken.None);
        }
    }

    /// <summary>Why a card in this state cannot be changed like that.</summary>
    public static RuleViolationException Refused(Card card, CardAction action) => card.Status == CardStatus.Canceled
        ? new(RefusalReason.CardCanceled, action)
        : card is { Status: CardStatus.Inactive, HasBeenActive: true } && action == CardAction.Freeze
            ? new(RefusalReason.CardFrozen)
            : new(RefusalReason.CardState, card.Status, action);

    private static string State(Card card) => card switch
    {
        { Status: CardStatus.Canceled, CancellationReason: { } reason } => "canceled_" + reason.ToCode(),
        _ => card.Status.ToCode(),
    };
}
