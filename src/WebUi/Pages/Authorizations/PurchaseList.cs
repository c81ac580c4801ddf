using CleanIssuing.Application.Authorizations;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>Purchases to show by day.</summary>
/// <param name="ShowsCardholder">Whether they may be of several cardholders.</param>
public sealed record PurchaseList(IReadOnlyList<PurchaseRow> Rows, bool ShowsCardholder);
