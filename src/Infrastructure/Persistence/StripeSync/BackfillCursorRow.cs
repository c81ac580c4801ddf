namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class BackfillCursorRow
{
    public required AccountId AccountId { get; init; }

    /// <summary>All events that Stripe dates before this are in the inbox.</summary>
    public required DateTimeOffset CompleteUntil { get; set; }
}
