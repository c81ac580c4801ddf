using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>How the spend controls of one kind of owner are read and set, at Stripe and here.</summary>
internal interface IControlsAtStripe<T>
    where T : class, IControlsOwner
{
    string OperationKind { get; }

    /// <summary>The owner as it is known here.</summary>
    Task<T?> FindReplicaAsync(string ownerId, CancellationToken cancellationToken);

    /// <exception cref="RuleViolationException">The owner's controls can no longer be changed.</exception>
    void RefuseWhereFinal(T owner);

    /// <summary>Reads from Stripe for the operation, before anything is changed.</summary>
    Task<StripeState<T>> ReadWithinOperationAsync(PendingOperation operation, T known, CancellationToken cancellationToken);

    Task<StripeState<T>> GetAsync(T known, CancellationToken cancellationToken);

    Task<StripeState<T>> SetAsync(
        T known, SpendingControls before, SpendingControls after, string key, CancellationToken cancellationToken);

    /// <inheritdoc cref="Cards.ICardReplicaStore.UpsertWithinOperationAsync(Card, CancellationToken)"/>
    Task<SpendingControls?> UpsertWithinOperationAsync(T state, CancellationToken cancellationToken);

    /// <summary>Reads from Stripe what became of an operation; none where Stripe does not have the owner.</summary>
    Task<T?> FindSubjectAsync(PendingOperation operation, CancellationToken cancellationToken);
}
