using CleanIssuing.Application.Authorizations;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>What took the most of the spend, each with the purchases that it was.</summary>
/// <param name="Parameter">Which of them is looked for: <c>category</c>.</param>
/// <param name="Filter">What else the purchases are looked for by: <c>from=2026-05-01&amp;to=2026-05-31</c>.</param>
public sealed record SpendShares(IReadOnlyList<SpendShare> Shares, string Parameter, string Filter)
{
    public string Address(SpendShare share) => $"/purchases?{Parameter}={Uri.EscapeDataString(share.Key)}&{Filter}";

    /// <summary>How wide its bar is beside that of the first, in percent.</summary>
    public long Width(SpendShare share) => Math.Clamp(share.Amount.Minor * 100 / Math.Max(1, Shares[0].Amount.Minor), 1, 100);
}
