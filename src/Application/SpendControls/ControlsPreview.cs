using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Application.SpendControls;

/// <param name="Declined">Purchases that were approved in fact and would have been declined.</param>
/// <param name="Approved">Purchases that controls declined in fact and that would have been approved.</param>
/// <param name="Unjudged">How many purchases nobody can judge.</param>
/// <param name="Examples">Some that would have been declined.</param>
/// <param name="ApprovedExamples">Some that would have been approved.</param>
/// <param name="IsComplete">Whether all past purchases have been imported.</param>
public sealed record ControlsPreview(
    BacktestResult Result, PreviewSide Declined, PreviewSide Approved, int Unjudged, IReadOnlyList<PreviewExample> Examples,
    IReadOnlyList<PurchaseSummary> ApprovedExamples, bool IsComplete)
{
    /// <summary>The currency of limits that no purchase could be held against; none where they could.</summary>
    public Currency? LimitsNotJudged { get; init; }

    /// <summary>How many of the same purchases the controls in force now would have declined; none where that was not asked.</summary>
    public int? DeclinedNow { get; init; }
}
