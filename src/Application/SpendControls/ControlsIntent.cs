namespace CleanIssuing.Application.SpendControls;

/// <summary>What an operation wants, as it is stored with it.</summary>
internal sealed record ControlsIntent(SpendControlsInput Wanted, string? Reason, DateTimeOffset? RevertOf = null);
