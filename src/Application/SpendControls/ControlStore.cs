using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Where a change of spending controls was made.</summary>
public enum ControlChangeSource
{
    /// <summary>In this portal.</summary>
    Portal,

    /// <summary>At Stripe: in its Dashboard, or through its API.</summary>
    Stripe,

    /// <summary>In Stripe's embedded component, inside this portal.</summary>
    StripeComponent,
}

/// <summary>One line of the history of a card's spending controls.</summary>
public sealed record ControlChange
{
    /// <summary>Grows with time; given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The card.</summary>
    public required CardId CardId { get; init; }

    /// <summary>When it was made, or when we learned of it (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where.</summary>
    public required ControlChangeSource Source { get; init; }

    /// <summary>The person's id; none where it was made at Stripe.</summary>
    public string? ActorId { get; init; }

    /// <summary>The person's sign-in name at that time.</summary>
    public string? ActorName { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>What was before.</summary>
    public required SpendingControls Before { get; init; }

    /// <summary>What came after, as Stripe answered.</summary>
    public required SpendingControls After { get; init; }
}

/// <summary>Keeps the history.</summary>
public interface IControlHistory
{
    /// <summary>Adds a line, in the transaction at hand.</summary>
    Task AddAsync(ControlChange change, CancellationToken cancellationToken);

    /// <summary>The latest lines of a card, those before the one named.</summary>
    Task<IReadOnlyList<ControlChange>> OfCardAsync(CardId card, long? before, int take, CancellationToken cancellationToken);

    /// <summary>The latest line of a card; none where nothing was ever changed.</summary>
    Task<ControlChange?> LatestAsync(CardId card, CancellationToken cancellationToken);

    /// <summary>One line of a card.</summary>
    Task<ControlChange?> FindAsync(CardId card, long id, CancellationToken cancellationToken);

    /// <summary>The first change of the card at this moment or after it.</summary>
    Task<ControlChange?> FirstSinceAsync(CardId card, DateTimeOffset moment, CancellationToken cancellationToken);
}

/// <summary>Spending controls that are kept under a name, to be filled in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">The account that it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Controls">The controls.</param>
public sealed record ControlTemplate(Guid Id, AccountId AccountId, string Name, string Currency, SpendingControls Controls);

/// <summary>Keeps an account's own templates.</summary>
public interface ITemplateStore
{
    /// <summary>The account's templates by name.</summary>
    Task<IReadOnlyList<ControlTemplate>> OfAccountAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Keeps a template; one of the same name is replaced.</summary>
    Task SaveAsync(ControlTemplate template, CancellationToken cancellationToken);

    /// <summary>Removes a template of the account.</summary>
    Task RemoveAsync(AccountId account, Guid id, CancellationToken cancellationToken);
}
