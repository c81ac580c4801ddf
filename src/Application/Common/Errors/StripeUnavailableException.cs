namespace CleanIssuing.Application.Common.Errors;

/// <summary>Stripe could not be reached, failed, was too slow, or is too busy; trying again may help.</summary>
public sealed class StripeUnavailableException(RefusalReason reason) : ExpectedException(reason)
{
    /// <summary>How long to wait before trying again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
