namespace CleanIssuing.Application.Cards;

/// <summary>The controls at a moment of the past; none where they have not been changed since, so that the present ones were.</summary>
public sealed record ControlsThen(SpendingControls? Card, SpendingControls? Cardholder);
