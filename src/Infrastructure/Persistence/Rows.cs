using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>A change at Stripe: written before Stripe is asked.</summary>
internal sealed class StripeWriteRow
{
    public long Id { get; init; }

    /// <summary>The idempotency key at Stripe.</summary>
    public required Guid Key { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required AccountId AccountId { get; init; }

    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    /// <summary>What the form carries, so that a second click is the same change.</summary>
    public string? RequestId { get; init; }

    public required string Intent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Applied { get; init; }

    public string? Result { get; init; }
}

/// <summary>The same change for many cards.</summary>
internal sealed class BulkEditRow
{
    public required Guid Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public string? IpAddress { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string Controls { get; init; }

    public string? Reason { get; init; }
}

/// <summary>One card of a bulk edit.</summary>
internal sealed class BulkEditCardRow
{
    public required Guid BulkEditId { get; init; }

    public required CardId CardId { get; init; }

    public required int Position { get; init; }

    public required BulkOutcome Outcome { get; init; }

    public string? Message { get; init; }
}

/// <summary>Something of which two states of the same second were told, so that only Stripe knows the later one.</summary>
internal sealed class ObjectToRead
{
    public required string ObjectId { get; init; }

    public required AccountId AccountId { get; init; }
}
