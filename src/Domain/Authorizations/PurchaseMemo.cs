using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Authorizations;

/// <summary>What the cardholder noted about a purchase. Stripe knows nothing of it.</summary>
public sealed record PurchaseMemo(AuthorizationId AuthorizationId, string Text, DateTimeOffset At)
{
    public const int LongestText = 500;
}
