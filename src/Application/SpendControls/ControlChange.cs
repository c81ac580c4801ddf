namespace CleanIssuing.Application.SpendControls;

/// <summary>One entry in the history of the spend controls of a card or a cardholder.</summary>
public sealed record ControlChange
{
    public const int LongestActorName = 256;

    public const int LongestReason = 500;

    /// <summary>Grows with time; given by the database.</summary>
    public long Id { get; init; }

    /// <summary>Whose controls they are: the id of the card or of the cardholder.</summary>
    public required string OwnerId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ControlChangeSource Source { get; init; }

    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    public string? Reason { get; init; }

    /// <summary>The time of the change that this one took back.</summary>
    public DateTimeOffset? RevertOf { get; init; }

    /// <summary>The operation that made it; none for a change made at Stripe.</summary>
    public Guid? OperationKey { get; init; }

    public required SpendingControls Before { get; init; }

    public required SpendingControls After { get; init; }
}
