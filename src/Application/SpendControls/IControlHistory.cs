namespace CleanIssuing.Application.SpendControls;

/// <summary>The history of spend controls.</summary>
public interface IControlHistory
{
    Task AddAsync(ControlChange change, CancellationToken cancellationToken);

    /// <summary>A page of a card's changes, the latest first, before the cursor.</summary>
    Task<IReadOnlyList<ControlChange>> ListForCardAsync(CardId card, long? before, int take, CancellationToken cancellationToken);

    Task<ControlChange?> GetLatestAsync(CardId card, CancellationToken cancellationToken);

    /// <summary>The change that an operation made; none where nothing was different.</summary>
    Task<ControlChange?> FindByOperationAsync(CardId card, Guid operationKey, CancellationToken cancellationToken);

    Task<ControlChange?> FindAsync(CardId card, long id, CancellationToken cancellationToken);
}
