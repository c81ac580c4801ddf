using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>What a control would have declined.</summary>
/// <param name="Decline">The control, as it stood at the first of them.</param>
/// <param name="Count">How many purchases.</param>
/// <param name="Amount">Their total.</param>
public sealed record ControlEffect(ControlDecline Decline, int Count, Money Amount);
