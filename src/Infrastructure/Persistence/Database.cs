using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>The portal's database as a whole: its schema, and what an earlier version left in it.</summary>
public sealed class Database
{
    private const int EnoughToLearn = 1000;

    private readonly IssuingDbContext _db;
    private readonly IssuingDbContext _schema;

    /// <param name="schema">The context that the database's migrations belong to.</param>
    internal Database(IssuingDbContext db, IssuingDbContext schema)
    {
        _db = db;
        _schema = schema;
    }

    /// <summary>The file; none for a database server.</summary>
    public string? Path =>
        _db.Database.IsSqlite() ? new SqliteConnectionStringBuilder(_db.Database.GetConnectionString()).DataSource : null;

    /// <summary>The file, or the server and the database there.</summary>
    public string Name => Path ?? $"{_db.Database.GetDbConnection().Database} at {_db.Database.GetDbConnection().DataSource}";

    /// <summary>Keeps the file to the account that the portal runs as.</summary>
    /// <returns>What others could read before.</returns>
    /// <exception cref="UnprotectedFileException">Others can read it, and the portal may not change that.</exception>
    public IReadOnlyList<string> ProtectFiles() => Path is { } path ? DatabaseFiles.Protect(path) : [];

    /// <summary>Whether it is brought up to date at every start; a server's is by a command, for other portals may be using it.</summary>
    public bool IsMigratedAtStart => _db.Database.IsSqlite();

    /// <summary>Whether it has to be brought up to date.</summary>
    public async Task<bool> IsBehindAsync(CancellationToken cancellationToken) =>
        (await _schema.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    /// <summary>Whether its schema is of a version that this one does not upgrade from.</summary>
    public async Task<bool> IsOfEarlierVersionAsync(CancellationToken cancellationToken) =>
        (await _schema.Database.GetAppliedMigrationsAsync(cancellationToken))
            .Except(_schema.Database.GetMigrations(), StringComparer.Ordinal).Any();

    /// <summary>Whether a portal has ever used it.</summary>
    public async Task<bool> HasSchemaAsync(CancellationToken cancellationToken) =>
        (await _schema.Database.GetAppliedMigrationsAsync(cancellationToken)).Any();

    /// <summary>Whether any of these people or accounts is in it.</summary>
    public async Task<bool> HoldsAnyAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> accounts, CancellationToken cancellationToken)
    {
        if (!await HasSchemaAsync(cancellationToken))
            return false;
        var normalized = emails.Select(e => e.ToUpperInvariant()).ToList();
        var ids = accounts.Select(AccountId.Parse).ToList();
        return await _db.Users.AnyAsync(u => normalized.Contains(u.NormalizedEmail!), cancellationToken)
            || await _db.Accounts.AnyAsync(a => ids.Contains(a.Id), cancellationToken);
    }

    /// <summary>Renames the file and what belongs to it, so that a new one takes its place.</summary>
    /// <returns>The new name.</returns>
    public string MoveAside(DateTimeOffset now)
    {
        var path = Path ?? throw new InvalidOperationException("Only a database file can be moved aside.");
        _db.Database.CloseConnection();
        SqliteConnection.ClearAllPools();
        var aside = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.{now:yyyyMMddHHmmss}.old");
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(path + suffix))
                File.Move(path + suffix, aside + suffix);
        }

        return aside;
    }

    /// <summary>Brings the schema up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _schema.Database.MigrateAsync(cancellationToken);
        if (_db.Database.IsSqlite())
        {
            // Readers and the one writer do not wait for each other; the file remembers it.
            await _db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            await LearnAsync(_db, cancellationToken);
        }
    }

    /// <summary>Lets SQLite look at what it holds, so that it plans queries well; a thousand rows of each index are enough.</summary>
    internal static async Task LearnAsync(IssuingDbContext db, CancellationToken cancellationToken)
    {
        // It would go on planning for few rows when there are many, and read all of them.
        if (!db.Database.IsSqlite() || (await db.Cards.Take(EnoughToLearn).CountAsync(cancellationToken) < EnoughToLearn
            && await db.Authorizations.Take(EnoughToLearn).CountAsync(cancellationToken) < EnoughToLearn))
            return;
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;", cancellationToken);
        // A connection reads what was learnt when it is opened.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
}
