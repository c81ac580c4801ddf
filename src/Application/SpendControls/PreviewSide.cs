namespace CleanIssuing.Application.SpendControls;

/// <summary>One side of a preview: what would have been declined, or what would have been approved.</summary>
/// <param name="Days">On how many days.</param>
public sealed record PreviewSide(int Purchases, Money Amount, int Cardholders, int Merchants, int Days);
