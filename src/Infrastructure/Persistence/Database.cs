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
            // Readers and the one writer do not wait for each other; the file remembers it.
            await _db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }
}
