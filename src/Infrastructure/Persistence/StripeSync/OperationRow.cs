namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class OperationRow
{
    public long Id { get; init; }

    public required Guid Key { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required AccountId AccountId { get; init; }

    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>The beginning of the form's id, for whoever looks into the database.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// A hash of the form, of what was asked for and by whom: the same form with other content is another request. None without a form.
    /// </summary>
    public string? Fingerprint { get; init; }

    public required string Intent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The process that runs it.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Until then no other process may end it.</summary>
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary>When Stripe was first asked for the change; none if it never was, so that nothing can have come of it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Applied { get; init; }

    public string? Result { get; init; }

    /// <summary>Whether the person was told that its end was not known.</summary>
    public bool Unconfirmed { get; init; }
}
