namespace CleanIssuing.Domain.Authorizations;

/// <summary>A question to the cardholder whether a purchase was theirs.</summary>
/// <param name="Channel">How it was put: <c>sms</c>.</param>
/// <param name="Status"><c>pending</c>, <c>verified</c>, <c>rejected</c>, <c>expired</c> or <c>undeliverable</c>.</param>
/// <param name="UndeliverableReason">Why it never arrived; empty where it did.</param>
public sealed record FraudChallenge(string Channel, string Status, string UndeliverableReason);
