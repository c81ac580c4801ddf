namespace CleanIssuing.Application.Authorizations;

/// <summary>
/// A day (UTC) whose purchases have changed since they were summed up. It is written in the transaction that changes them.
/// </summary>
public sealed record StaleSpendDay(AccountId AccountId, DateOnly Day);
