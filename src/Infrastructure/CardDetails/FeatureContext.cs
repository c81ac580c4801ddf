namespace CleanIssuing.Infrastructure.CardDetails;

/// <summary>The account that a feature is asked about.</summary>
internal sealed record FeatureContext(AccountId Account);
