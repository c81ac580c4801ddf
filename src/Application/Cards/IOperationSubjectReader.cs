using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.Cards;

/// <summary>Reads from Stripe what became of an operation.</summary>
public interface IOperationSubjectReader
{
    /// <returns>
    /// The card that the operation is about, or that it has issued; none where Stripe says that there is none, which is the one refusal
    /// that says that nothing came of it.
    /// </returns>
    Task<Card?> FindAsync(PendingOperation pending, CancellationToken cancellationToken);

    /// <returns>The cardholder that the operation is about; none where Stripe says that there is none.</returns>
    Task<Cardholder?> FindCardholderAsync(PendingOperation pending, CancellationToken cancellationToken);
}
