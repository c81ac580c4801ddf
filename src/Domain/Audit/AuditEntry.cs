using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Audit;

/// <summary>An entry of the audit log: who did what to what, when, from where, and how it ended. It never holds a secret.</summary>
public sealed class AuditEntry
{
    /// <summary>Grows with time; given by the database.</summary>
    public long Id { get; set; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person's id; none for what the application does by itself.</summary>
    public string? ActorId { get; init; }

    /// <summary>The person's sign-in name at that time.</summary>
    public string? ActorName { get; init; }

    /// <summary>The address that the request came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>What, for example <c>card_details.reveal</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The Stripe id of what it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>The account it belongs to, where that is known.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>How it ended.</summary>
    public AuditOutcome Outcome { get; private set; }

    /// <summary>Why it failed: a code of ours, never text from elsewhere.</summary>
    public string? Reason { get; private set; }

    /// <summary>Stripe's id of the request, for Stripe Support.</summary>
    public string? StripeRequestId { get; private set; }

    /// <summary>What was changed, from what to what, and why: codes with arguments, as JSON.</summary>
    public string? Details { get; private set; }

    /// <summary>Says how it ended. An entry ends once.</summary>
    /// <exception cref="InvalidOperationException">It has ended before, or this is not an end.</exception>
    public AuditEntry End(AuditResult result)
    {
        if (Outcome != AuditOutcome.Started || result.Outcome == AuditOutcome.Started)
            throw new InvalidOperationException("An audit entry ends once.");

        Outcome = result.Outcome;
        Reason = result.Reason;
        StripeRequestId = result.StripeRequestId;
        Details = result.Details;
        return this;
    }

}
