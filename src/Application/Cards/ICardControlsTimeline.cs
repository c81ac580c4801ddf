namespace CleanIssuing.Application.Cards;

/// <summary>Which spending controls held for a card in the past: its own and its cardholder's.</summary>
public interface ICardControlsTimeline
{
    /// <summary>For each moment the controls that were in force, where they are not those of now.</summary>
    Task<IReadOnlyDictionary<DateTimeOffset, ControlsThen>> GetAtAsync(
        CardId card, CardholderId cardholder, IReadOnlyCollection<DateTimeOffset> moments, CancellationToken cancellationToken);

    /// <summary>The change that brought about what was in force at a moment; none where it is older than the history.</summary>
    /// <param name="ownerId">The card or the cardholder that the controls belong to.</param>
    /// <param name="isThere">Whether controls have what is looked for.</param>
    Task<ControlOrigin?> FindOriginAsync(
        string ownerId, DateTimeOffset moment, Func<SpendingControls, bool> isThere, CancellationToken cancellationToken);
}
