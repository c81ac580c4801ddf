using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no running application.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<IssuingDbContext>, IDesignTimeDbContextFactory<PostgresDbContext>
{
    public IssuingDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite("Data Source=:memory:").Options);

    PostgresDbContext IDesignTimeDbContextFactory<PostgresDbContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDbContext>().UseNpgsql("Host=localhost").Options);
}
