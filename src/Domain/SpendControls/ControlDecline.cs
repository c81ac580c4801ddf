using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.SpendControls;

/// <summary>The control that declines a purchase.</summary>
/// <param name="Code">The category, country or presence that it declines; empty for a limit.</param>
/// <param name="Listed">Whether the code stands on a blocked list, rather than not on the allowed one.</param>
/// <param name="Limit">The limit, where it is one.</param>
/// <param name="Remaining">What was left of the limit in its period; zero where it is no limit.</param>
public sealed record ControlDecline(ControlLevel Level, ControlKind Kind, string Code, bool Listed, SpendingLimit? Limit, Money Remaining);
