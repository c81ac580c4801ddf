namespace CleanIssuing.Domain.SpendControls;

/// <summary>One purchase that would have been declined.</summary>
/// <param name="Index">Its place in the history.</param>
public sealed record DeclineExample(int Index, ControlDecline Decline);
