namespace CleanIssuing.Application.Cards;

/// <summary>Which spending controls a card had in the past.</summary>
public interface ICardControlsTimeline
{
    /// <summary>
    /// For each moment the controls that were in force; none where they have not been changed since, so that the present ones were.
    /// </summary>
    Task<IReadOnlyDictionary<DateTimeOffset, SpendingControls>> GetAtAsync(
        CardId card, IReadOnlyCollection<DateTimeOffset> moments, CancellationToken cancellationToken);
}
