using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

internal sealed class CardholderControlsAtStripe(
    ICardholderReader cardholders, ICardGateway stripe, ICardReplicaUpdater updater, ICardReplicaStore replicas,
    IOperationSubjectReader reader, IAccountReader accounts) : IControlsAtStripe<Cardholder>
{
    public string OperationKind => UpdateCardholderControls.OperationKind;

    public Task<Cardholder?> FindReplicaAsync(string ownerId, CancellationToken cancellationToken) =>
        cardholders.FindAsync(CardholderId.Parse(ownerId), cancellationToken);

    /// <summary>A cardholder is never beyond change: one that is not active may be again.</summary>
    public void RefuseWhereFinal(Cardholder owner)
    {
    }

    public async Task<StripeState<Cardholder>> ReadWithinOperationAsync(
        PendingOperation operation, Cardholder known, CancellationToken cancellationToken) =>
        await updater.ReadWithinOperationAsync(
            operation, known.Id, known.AccountId, await OnBehalfOfAsync(known, cancellationToken), cancellationToken);

    public async Task<StripeState<Cardholder>> GetAsync(Cardholder known, CancellationToken cancellationToken) =>
        await stripe.GetAsync(known.Id, known.AccountId, await OnBehalfOfAsync(known, cancellationToken), cancellationToken);

    public async Task<StripeState<Cardholder>> SetAsync(
        Cardholder known, SpendingControls before, SpendingControls after, string key, CancellationToken cancellationToken) =>
        await stripe.SetControlsAsync(
            known.Id, before, after, known.AccountId, await OnBehalfOfAsync(known, cancellationToken), key, cancellationToken);

    public Task<SpendingControls?> UpsertWithinOperationAsync(Cardholder state, CancellationToken cancellationToken) =>
        replicas.UpsertWithinOperationAsync(state, cancellationToken);

    public Task<Cardholder?> FindSubjectAsync(PendingOperation operation, CancellationToken cancellationToken) =>
        reader.FindCardholderAsync(operation, cancellationToken);

    private async Task<AccountId?> OnBehalfOfAsync(Cardholder known, CancellationToken cancellationToken) =>
        (await accounts.FindAsync(known.AccountId, cancellationToken) ?? throw new NotFoundException(EntityKind.Account)).OnBehalfOf;
}
