using FluentValidation;

namespace CleanIssuing.Application.SpendControls;

internal static class ReasonRule
{
    /// <summary>Why somebody changes something, as long as the history keeps it.</summary>
    public static void IsReason<T>(this IRuleBuilder<T, string?> reason) =>
        reason.MaximumLength(ControlChange.LongestReason).WithReason(InvalidReason.ReasonTooLong);
}
