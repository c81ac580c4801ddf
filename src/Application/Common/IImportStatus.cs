namespace CleanIssuing.Application.Common;

/// <summary>How far the replicas of what Stripe has are complete.</summary>
public interface IImportStatus
{
    Task<ImportProgress> GetProgressAsync(CancellationToken cancellationToken);

    /// <summary>Whether past purchases have been imported.</summary>
    Task<bool> IsHistoryCompleteAsync(CancellationToken cancellationToken);
}
