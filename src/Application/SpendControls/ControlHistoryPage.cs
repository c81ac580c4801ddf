using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <param name="Owner">The card or the cardholder as they are now.</param>
/// <param name="Next">From where earlier changes are read; none where there are none.</param>
/// <param name="IsManaged">Whether the person may change them; false for a viewer.</param>
public sealed record ControlHistoryPage(IControlsOwner Owner, IReadOnlyList<ControlChange> Changes, long? Next, bool IsManaged);
