namespace CleanIssuing.Application.Cards;

/// <summary>The change that brought a spending control about.</summary>
/// <param name="ById">Who made it; none where it was made at Stripe.</param>
/// <param name="ByName">What they are called; cardholders are told too, who have to ask somebody. None where they are gone.</param>
public sealed record ControlOrigin(DateTimeOffset At, string? ById, string? ByName);
