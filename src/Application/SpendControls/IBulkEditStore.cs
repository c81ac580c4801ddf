namespace CleanIssuing.Application.SpendControls;

/// <summary>Keeps bulk edits and how far they have come, so that one that was interrupted goes on.</summary>
public interface IBulkEditStore
{
    /// <summary>Starts an edit; the same one with the same id was started before.</summary>
    /// <exception cref="ConflictException">Another edit was started with this id.</exception>
    Task StartAsync(BulkEdit edit, IReadOnlyList<CardId> cards, CancellationToken cancellationToken);

    Task<BulkEditProgress?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The bulk edits of these accounts, the latest first, after the cursor.</summary>
    /// <exception cref="FluentValidation.ValidationException">The cursor is none of theirs.</exception>
    Task<IReadOnlyList<BulkEditSummary>> ListAsync(
        IReadOnlyList<AccountId> accounts, bool runningOnly, Guid? before, int take, CancellationToken cancellationToken);

    Task<int> CountAsync(IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken);

    /// <summary>The accounts with cards that wait, by who came first.</summary>
    Task<IReadOnlyList<AccountId>> ListWaitingAccountsAsync(CancellationToken cancellationToken);

    /// <summary>The next card of the account that waits: of the edit that was started first.</summary>
    /// <param name="skipped">Cards whose turn comes later.</param>
    Task<(BulkEdit Edit, CardId Card)?> GetNextAsync(
        AccountId account, IReadOnlyCollection<CardId> skipped, CancellationToken cancellationToken);

    Task SetResultAsync(Guid id, CardId card, BulkCardResult result, CancellationToken cancellationToken);

    /// <summary>What it takes to undo a card's part of an edit.</summary>
    Task<BulkUndo?> FindUndoAsync(Guid id, CardId card, CancellationToken cancellationToken);

    /// <summary>Removes those that began earlier.</summary>
    Task PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
