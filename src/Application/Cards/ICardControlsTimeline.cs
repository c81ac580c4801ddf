namespace CleanIssuing.Application.Cards;

/// <summary>Which spending controls held for a card in the past: its own and its cardholder's.</summary>
public interface ICardControlsTimeline
{
    /// <summary>For each moment the controls that were in force, where they are not those of now.</summary>
    Task<IReadOnlyDictionary<DateTimeOffset, ControlsThen>> GetAtAsync(
        CardId card, CardholderId cardholder, IReadOnlyCollection<DateTimeOffset> moments, CancellationToken cancellationToken);
}
