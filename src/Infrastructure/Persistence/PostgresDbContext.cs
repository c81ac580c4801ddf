using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>
/// The same model for PostgreSQL's own migrations. Only they use it; at work it is <see cref="IssuingDbContext"/> for both databases.
/// </summary>
internal sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options) : IssuingDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Ids and keysets are sorted byte by byte, as SQLite does, whatever the database's own language is.
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.GetProviderClrType() ?? p.ClrType) == typeof(string)))
            property.SetCollation("C");
    }
}
