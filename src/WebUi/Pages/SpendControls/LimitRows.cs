namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>The rows of limits of a form.</summary>
/// <param name="Currency">What stands behind the amounts.</param>
public sealed record LimitRows(ControlsForm Form, string Currency, bool IsViewOnly = false);
