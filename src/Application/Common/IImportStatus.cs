namespace CleanIssuing.Application.Common;

/// <summary>How far the replicas of what Stripe has are complete.</summary>
public interface IImportStatus
{
    Task<ImportProgress> GetProgressAsync(CancellationToken cancellationToken);

    /// <summary>Whether past purchases have been imported.</summary>
    Task<bool> IsHistoryCompleteAsync(CancellationToken cancellationToken);

    /// <summary>How far the past purchases of these accounts have been read; none where none are being read.</summary>
    Task<HistoryImport?> FindHistoryImportAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken);
}
