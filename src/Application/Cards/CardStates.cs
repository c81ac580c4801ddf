using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SpendControls;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>A card's spending controls are others than our copy had, and not through this portal.</summary>
/// <param name="Card">The card as it is now.</param>
/// <param name="Before">The controls that our copy had.</param>
public sealed record ControlsChangedAtStripe(Card Card, SpendingControls Before) : INotification;

/// <summary>Keeps states of cards that we did not ask for, and tells where their controls were changed elsewhere.</summary>
internal sealed class CardStates(ICardCopies copies, IWriteJournal journal, ITransactions transactions, IPublisher publisher)
{
    /// <summary>Keeps a state that was read from Stripe.</summary>
    public Task KeepAsync(Card card, CancellationToken cancellationToken) =>
        UnlessUnderWayAsync(card, () => copies.KeepAsync(card, cancellationToken), cancellationToken);

    /// <summary>Keeps a state that an event carried.</summary>
    public Task KeepToldAsync(Card card, CancellationToken cancellationToken) =>
        UnlessUnderWayAsync(card, () => copies.KeepToldAsync(card, cancellationToken), cancellationToken);

    /// <summary>Keeps a state that was found in the course of a change of ours: what differs in it is somebody else's doing.</summary>
    public Task KeepOtherAsync(Card card, CancellationToken cancellationToken) => transactions.RunAsync(
        async () => await TellAsync(card, await copies.KeepAsync(card, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>A change of ours that is under way brings the card's state with it, and knows whose it is.</summary>
    private Task UnlessUnderWayAsync(Card card, Func<Task<SpendingControls?>> keep, CancellationToken cancellationToken) => transactions.RunAsync(
        async () =>
        {
            if (!await journal.IsOpenAsync(card.Id.Value, cancellationToken))
                await TellAsync(card, await keep(), cancellationToken);
        },
        cancellationToken);

    private async Task TellAsync(Card card, SpendingControls? before, CancellationToken cancellationToken)
    {
        if (before is not null)
            await publisher.Publish(new ControlsChangedAtStripe(card, before), cancellationToken);
    }
}
