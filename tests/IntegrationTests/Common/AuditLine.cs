namespace CleanIssuing.IntegrationTests.Common;

/// <summary>An entry of the audit log.</summary>
public sealed record AuditLine(string Action, string? Actor, string? Address, string? Account, string Outcome, string? Reason,
    string? StripeRequest);
