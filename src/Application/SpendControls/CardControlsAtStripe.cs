using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

internal sealed class CardControlsAtStripe(
    ICardReader cards, ICardGateway stripe, ICardReplicaUpdater updater, ICardReplicaStore replicas, IOperationSubjectReader reader,
    AccountContext account) : IControlsAtStripe<Card>
{
    public string OperationKind => UpdateSpendControls.OperationKind;

    public async Task<Card?> FindReplicaAsync(string ownerId, CancellationToken cancellationToken) =>
        (await cards.FindAsync(CardId.Parse(ownerId), cancellationToken))?.Card;

    public void RefuseWhereFinal(Card owner)
    {
        if (owner.Status == CardStatus.Canceled)
            throw new RuleViolationException(RefusalReason.CardCanceled, CardAction.ChangeControls);
    }

    public Task<StripeState<Card>> ReadWithinOperationAsync(
        PendingOperation operation, Card known, CancellationToken cancellationToken) =>
        updater.ReadWithinOperationAsync(operation, known.Id, known.AccountId, account.OnBehalfOf, cancellationToken);

    public Task<StripeState<Card>> GetAsync(Card known, CancellationToken cancellationToken) =>
        stripe.GetAsync(known.Id, known.AccountId, account.OnBehalfOf, cancellationToken);

    public Task<StripeState<Card>> SetAsync(
        Card known, SpendingControls before, SpendingControls after, string key, CancellationToken cancellationToken) =>
        stripe.SetControlsAsync(known.Id, before, after, known.AccountId, account.OnBehalfOf, key, cancellationToken);

    public Task<SpendingControls?> UpsertWithinOperationAsync(Card state, CancellationToken cancellationToken) =>
        replicas.UpsertWithinOperationAsync(state, cancellationToken);

    public Task<Card?> FindSubjectAsync(PendingOperation operation, CancellationToken cancellationToken) =>
        reader.FindAsync(operation, cancellationToken);
}
