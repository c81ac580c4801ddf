namespace CleanIssuing.Application.SpendControls;

/// <summary>The history of spend controls. They belong to a card or to a cardholder, whose id names them.</summary>
public interface IControlHistory
{
    Task AddAsync(ControlChange change, CancellationToken cancellationToken);

    /// <summary>A page of changes, the latest first, before the cursor.</summary>
    Task<IReadOnlyList<ControlChange>> ListAsync(string ownerId, long? before, int take, CancellationToken cancellationToken);

    Task<ControlChange?> GetLatestAsync(string ownerId, CancellationToken cancellationToken);

    /// <summary>The change that an operation made; none where nothing was different.</summary>
    Task<ControlChange?> FindByOperationAsync(string ownerId, Guid operationKey, CancellationToken cancellationToken);

    Task<ControlChange?> FindAsync(string ownerId, long id, CancellationToken cancellationToken);
}
