namespace CleanIssuing.Application.SpendControls;

/// <summary>What somebody wants of spend controls.</summary>
/// <param name="Version">The version that the editor started from; none overwrites whatever is there.</param>
/// <param name="RevertOf">The time of the change that this one takes back.</param>
internal sealed record ControlsEdit(
    SpendControlsInput Wanted, Currency Currency, string? Version, string? Reason, string? RequestId, DateTimeOffset? RevertOf)
{
    public SpendingControlsChange Change { get; } = Wanted.ToChange(Currency);

    public ControlsIntent Intent { get; } =
        new(Wanted, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), RevertOf, Currency.Code);
}
