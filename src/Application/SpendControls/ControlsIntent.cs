namespace CleanIssuing.Application.SpendControls;

/// <summary>What an operation wants, as it is stored with it.</summary>
/// <param name="Currency">Of the limits; none in what was stored before it was kept, all of which was of cards.</param>
internal sealed record ControlsIntent(
    SpendControlsInput Wanted, string? Reason, DateTimeOffset? RevertOf = null, string? Currency = null);
