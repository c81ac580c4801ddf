using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <param name="Owner">The card or the cardholder as they are now.</param>
/// <param name="Next">Where the page before this one begins; none where there is none.</param>
public sealed record ControlHistoryPage(IControlsOwner Owner, IReadOnlyList<ControlChange> Changes, long? Next);
