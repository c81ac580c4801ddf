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

    public string? RequestId { get; init; }

    public required string Intent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Applied { get; init; }

    public string? Result { get; init; }
}
