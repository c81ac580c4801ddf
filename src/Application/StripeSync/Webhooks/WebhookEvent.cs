namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>An event of Stripe's in the inbox.</summary>
public sealed record WebhookEvent
{
    /// <summary>In bytes; Stripe's events are a few kilobytes.</summary>
    public const int LargestPayload = 512 * 1024;

    /// <summary>Stripe's id, <c>evt_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For example <c>issuing_card.updated</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The connected account that it is about; none for the platform's own.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>When it happened at Stripe (UTC, to the second).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The body as Stripe sent it.</summary>
    public required string Payload { get; init; }

    public WebhookEventState State { get; init; }

    /// <summary>How often it failed.</summary>
    public int Tries { get; init; }

    /// <summary>Not processed before this.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The type of the last failure, or a <see cref="WebhookDoubt"/>.</summary>
    public string? Failure { get; init; }
}
