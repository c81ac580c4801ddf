namespace CleanIssuing.Application.SpendControls;

/// <summary>One change of the spend controls of many cards.</summary>
public sealed record BulkEdit(
    Guid Id, AccountId AccountId, string UserId, string UserName, string? IpAddress, DateTimeOffset StartedAt, SpendControlsInput Controls,
    string? Reason);
