using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.SpendControls;

/// <summary>How a bulk edit ended for one card.</summary>
public enum BulkOutcome
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>It had these controls already.</summary>
    Unchanged,

    /// <summary>It could not be changed.</summary>
    Failed,
}

/// <summary>The same change for many cards.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">The account of the cards.</param>
/// <param name="UserId">Who wants it.</param>
/// <param name="UserName">Their sign-in name.</param>
/// <param name="IpAddress">The address it came from.</param>
/// <param name="StartedAt">When (UTC).</param>
/// <param name="Controls">The change.</param>
/// <param name="Reason">Why.</param>
public sealed record BulkEdit(
    Guid Id, AccountId AccountId, string UserId, string UserName, string? IpAddress, DateTimeOffset StartedAt, SpendControlsInput Controls, string? Reason);

/// <summary>One card of a bulk edit.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Last4">Its last four digits.</param>
/// <param name="CardholderName">Whose it is.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What changed, or why it could not.</param>
public sealed record BulkEditCard(CardId CardId, string Last4, string CardholderName, BulkOutcome Outcome, string? Message);

/// <summary>How far a bulk edit has come.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Cards">Its cards.</param>
public sealed record BulkEditProgress(BulkEdit Edit, IReadOnlyList<BulkEditCard> Cards)
{
    /// <summary>How many have had their turn.</summary>
    public int Done => Cards.Count(c => c.Outcome != BulkOutcome.Waiting);

    /// <summary>Whether all have.</summary>
    public bool IsFinished => Done == Cards.Count;
}

/// <summary>Keeps bulk edits, so that one that was stopped goes on where it was.</summary>
public interface IBulkEditStore
{
    /// <summary>Keeps a new one; one with the same id stays as it is.</summary>
    Task StartAsync(BulkEdit edit, IReadOnlyList<CardId> cards, CancellationToken cancellationToken);

    /// <summary>How far it has come; none where there is no such edit.</summary>
    Task<BulkEditProgress?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The next card that waits, in any edit.</summary>
    Task<(BulkEdit Edit, CardId Card)?> NextAsync(CancellationToken cancellationToken);

    /// <summary>Keeps how it ended for a card.</summary>
    Task EndAsync(Guid id, CardId card, BulkOutcome outcome, string? message, CancellationToken cancellationToken);
}

/// <summary>Tells the worker that there is something to do.</summary>
public interface IBulkEditSignal
{
    /// <summary>Wakes it.</summary>
    void Wake();
}

/// <summary>Sends requests in the name of a person who is not there any more; what they may do is looked up again.</summary>
public interface IDelegatedSender
{
    /// <summary>Sends one.</summary>
    Task<T> SendAsync<T>(MediatR.IRequest<T> request, Actor person, CancellationToken cancellationToken);
}
