using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// Something that Stripe told us, translated. Handle one with an <c>INotificationHandler</c>: what it changes in our database
/// is kept together with the note that the event was handled, so that it happens once however often Stripe tells it.
/// </summary>
public interface IStripeNotification : INotification;

/// <summary><c>issuing_card.*</c></summary>
/// <param name="Card">The card as the event shows it.</param>
public sealed record CardTold(Card Card) : IStripeNotification;

/// <summary><c>issuing_cardholder.*</c></summary>
/// <param name="Cardholder">The cardholder as the event shows them.</param>
public sealed record CardholderTold(Cardholder Cardholder) : IStripeNotification;

/// <summary><c>issuing_authorization.created</c> and <c>.updated</c></summary>
/// <param name="Authorization">The purchase as the event shows it.</param>
public sealed record AuthorizationTold(Authorization Authorization) : IStripeNotification;

/// <summary><c>issuing_transaction.*</c></summary>
/// <param name="Transaction">The transaction as the event shows it.</param>
public sealed record TransactionTold(IssuingTransaction Transaction) : IStripeNotification;

/// <summary>What becomes of an event.</summary>
public enum EventState
{
    /// <summary>It waits, for the first time or to be tried again.</summary>
    Waiting,

    /// <summary>It was handled.</summary>
    Handled,

    /// <summary>It is of a type that nothing here handles.</summary>
    Ignored,

    /// <summary>It failed too often, and waits for an admin.</summary>
    SetAside,
}

/// <summary>An event as it was taken in.</summary>
public sealed record InboxEvent
{
    /// <summary>Stripe's id, <c>evt_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>The connected account that it is about; none for the platform's own.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>When it happened (UTC, to the second).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was taken in (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The whole event.</summary>
    public required string Payload { get; init; }

    /// <summary>What became of it.</summary>
    public EventState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>When it may be tried next (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Why the last try failed: the kind of failure, never text from elsewhere.</summary>
    public string? Failure { get; init; }
}

/// <summary>Keeps events until they are handled.</summary>
public interface IEventInbox
{
    /// <summary>Takes an event in; one that is there already stays as it is. Returns once it is safe on disk.</summary>
    /// <returns>Whether it is new.</returns>
    Task<bool> TakeAsync(InboxEvent taken, CancellationToken cancellationToken);

    /// <summary>The event that is due and happened first; none where none is due.</summary>
    Task<InboxEvent?> NextAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Says that it was handled or ignored, in the transaction at hand.</summary>
    /// <returns>Whether it was waiting: an event is handled once.</returns>
    Task<bool> EndAsync(string id, EventState state, CancellationToken cancellationToken);

    /// <summary>Says that it failed, and when it is due again.</summary>
    Task FailAsync(string id, string failure, EventState state, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>The latest events that were set aside.</summary>
    Task<IReadOnlyList<InboxEvent>> SetAsideAsync(int take, CancellationToken cancellationToken);

    /// <summary>Lets an event that was set aside be tried again.</summary>
    /// <returns>Whether there is such an event.</returns>
    Task<bool> RetryAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>When the latest event of the account happened; none where there is none.</summary>
    Task<DateTimeOffset?> LatestAsync(AccountId? account, CancellationToken cancellationToken);

    /// <summary>Forgets events that were handled before this.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Cards and cardholders of which two states of the same second were told: they have to be read from Stripe.</summary>
    Task<IReadOnlyList<(string ObjectId, AccountId Account)>> ToReadAsync(int take, CancellationToken cancellationToken);

    /// <summary>Says that it was read.</summary>
    Task WasReadAsync(string objectId, CancellationToken cancellationToken);
}

/// <summary>Reads what Stripe sends.</summary>
public interface IEventReader
{
    /// <summary>Checks that the body is Stripe's, with any of the secrets that are set.</summary>
    bool IsSigned(string body, string? signature);

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    InboxEvent Read(string body);

    /// <summary>Translates an event; none for a type that nothing here handles.</summary>
    /// <param name="taken">The event.</param>
    /// <param name="platform">The platform's own account, which events of its own do not name.</param>
    IStripeNotification? Translate(InboxEvent taken, AccountId platform);
}

/// <summary>Lists past events at Stripe.</summary>
public interface IEventLog
{
    /// <summary>The issuing events of the account since a moment, in any order.</summary>
    IAsyncEnumerable<InboxEvent> SinceAsync(AccountId? onBehalfOf, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>Tells the worker that events wait.</summary>
public interface IEventSignal
{
    /// <summary>Wakes it.</summary>
    void Wake();
}
