namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>An answer that Stripe had a part in.</summary>
public interface IStripeAnswer
{
    /// <summary>Stripe's id of the request, for Stripe Support.</summary>
    string? StripeRequestId { get; }
}
