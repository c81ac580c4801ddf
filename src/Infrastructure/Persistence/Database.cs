using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Makes the database ready.</summary>
public sealed class Database
{
    private readonly IssuingDbContext _db;

    internal Database(IssuingDbContext db) => _db = db;

    /// <summary>Creates the database where there is none, and brings it to this version's shape.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _db.Database.MigrateAsync(cancellationToken);
        if (_db.Database.IsSqlite())
        {
            // Readers and the one writer do not wait for each other; the file remembers it.
            await _db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            await LearnAsync(_db, cancellationToken);
        }
    }

    /// <summary>Lets SQLite look at how the data is spread, without which it chooses the wrong index among many cards.</summary>
    internal static Task LearnAsync(IssuingDbContext db, CancellationToken cancellationToken) => db.Database.IsSqlite()
        ? db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;", cancellationToken)
        : Task.CompletedTask;
}
