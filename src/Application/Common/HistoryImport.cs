namespace CleanIssuing.Application.Common;

/// <summary>Past purchases are being read from Stripe, the latest first.</summary>
/// <param name="ReadBackTo">Up to which day (UTC) that has come; none where that is not known.</param>
public sealed record HistoryImport(DateOnly? ReadBackTo);
