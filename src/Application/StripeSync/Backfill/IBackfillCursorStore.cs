namespace CleanIssuing.Application.StripeSync.Backfill;

/// <summary>Until when all events of an account are known to be in the inbox.</summary>
public interface IBackfillCursorStore
{
    Task<DateTimeOffset?> GetAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Sets the cursor of an account that has none.</summary>
    Task StartAsync(AccountId account, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Only after a complete listing.</summary>
    Task MoveAsync(AccountId account, DateTimeOffset to, CancellationToken cancellationToken);
}
