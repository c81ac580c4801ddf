namespace CleanIssuing.Application.SpendControls;

/// <summary>A bulk edit in a list.</summary>
/// <param name="UserName">Who started it.</param>
/// <param name="Cards">How many cards it is about.</param>
/// <param name="Waiting">How many of them wait for their turn.</param>
/// <param name="Failed">How many could not be changed.</param>
public sealed record BulkEditSummary(
    Guid Id, AccountId AccountId, BulkAction Action, string UserName, DateTimeOffset StartedAt, string? Reason, int Cards, int Waiting,
    int Failed);
