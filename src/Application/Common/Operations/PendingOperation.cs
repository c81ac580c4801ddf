namespace CleanIssuing.Application.Common.Operations;

/// <summary>An operation that was begun and has not ended.</summary>
/// <param name="Key">Its idempotency key at Stripe.</param>
/// <param name="WasSent">Whether Stripe was asked for the change; if not, nothing can have come of it.</param>
public sealed record PendingOperation(Guid Key, StripeOperation Operation, string? ActorId, string? ActorName, DateTimeOffset StartedAt,
    bool WasSent);
