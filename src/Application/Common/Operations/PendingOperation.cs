namespace CleanIssuing.Application.Common.Operations;

/// <summary>An operation that was begun and has not ended.</summary>
/// <param name="Key">Its idempotency key at Stripe.</param>
public sealed record PendingOperation(Guid Key, StripeOperation Operation, string? ActorId, string? ActorName, DateTimeOffset StartedAt);
