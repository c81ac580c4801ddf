using CleanIssuing.Application.Authorizations;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>Purchases to show by day.</summary>
/// <param name="ShowsCardholder">Whether they may be of several cardholders.</param>
/// <param name="IsAll">Whether they are all there are of their days; of a day that may be cut no total is told.</param>
/// <param name="HasNewer">Whether later ones may belong to the first day.</param>
/// <param name="HasOlder">Whether earlier ones may belong to the last day.</param>
public sealed record PurchaseList(
    IReadOnlyList<PurchaseRow> Rows, bool ShowsCardholder, bool IsAll = true, bool HasNewer = false, bool HasOlder = false);
