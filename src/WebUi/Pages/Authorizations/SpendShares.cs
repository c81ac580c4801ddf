using CleanIssuing.Application.Authorizations;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>What took the most of the spend, each with the purchases that it was.</summary>
/// <param name="Parameter">What the purchases of a share are looked for by: <c>category</c>.</param>
/// <param name="Within">What else they are looked for by.</param>
public sealed record SpendShares(IReadOnlyList<SpendShare> Shares, string Parameter, IReadOnlyList<(string Name, string Value)> Within)
{
    public string Address(SpendShare share) => Queries.Address("/purchases", [.. Within, (Parameter, share.Key)]);

    /// <summary>How wide its bar is beside that of the first, in percent.</summary>
    public long Width(SpendShare share) => Math.Clamp(share.Amount.Minor * 100 / Math.Max(1, Shares[0].Amount.Minor), 1, 100);
}
