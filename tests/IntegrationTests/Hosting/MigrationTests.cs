using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.IntegrationTests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanIssuing.IntegrationTests.Hosting;

public sealed class MigrationTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"cleanissuing-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_path);
    }

    [Fact]
    public void The_migrations_of_both_databases_make_the_model()
    {
        var factory = new DesignTimeFactory();

        using (var sqlite = factory.CreateDbContext([]))
            sqlite.Database.HasPendingModelChanges().ShouldBeFalse();
        using var postgres =
            ((Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<PostgresDbContext>)factory).CreateDbContext([]);
        postgres.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_with_what_it_holds()
    {
        var options = new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite($"Data Source={_path}").Options;
        await using var db = new IssuingDbContext(options);
        await db.GetService<IMigrator>().MigrateAsync("20261124120000_Initial");
        var database = TestDatabase.Sqlite(_path);
        // One form had one id for all its buttons.
        foreach (var kind in new[] { "card.freeze", "card.unfreeze" })
            database.Execute(
                "INSERT INTO StripeOperations (Key, Kind, Subject, AccountId, RequestId, Intent, StartedAt, EndedAt, Applied) VALUES "
                + $"('{Guid.NewGuid()}', '{kind}', 'ic_1', 'acct_1', 'form', '[]', '2026-11-24', '2026-11-24', 1)");

        await db.Database.MigrateAsync();

        database.Text("SELECT COUNT(DISTINCT Fingerprint) FROM StripeOperations").ShouldBe("2");
    }

    [Fact]
    public async Task Limits_that_were_stored_without_a_currency_are_in_that_of_what_they_belong_to()
    {
        var options = new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite($"Data Source={_path}").Options;
        await using var db = new IssuingDbContext(options);
        await db.GetService<IMigrator>().MigrateAsync("20261125124907_CardHasBeenActive");
        const string Stored = "{\"allowedCategories\":[],\"blockedCategories\":[],\"allowedMerchantCountries\":[],"
            + "\"blockedMerchantCountries\":[],\"allowedCardPresences\":[],\"blockedCardPresences\":[],"
            + "\"spendingLimits\":[{\"amount\":500,\"interval\":\"daily\",\"categories\":[]}]}";
        TestDatabase.Sqlite(_path).Execute(
            "INSERT INTO ControlTemplates (Id, AccountId, Name, Currency, Controls) VALUES "
            + $"('{Guid.NewGuid()}', 'acct_1', 'Lunch', 'jpy', '{Stored}')");

        await db.Database.MigrateAsync();

        (await db.ControlTemplates.SingleAsync()).Controls.Limits.ShouldHaveSingleItem().Amount.ShouldBe(
            new Money(500, Currency.Parse("jpy")));
    }

    [SkippableFact]
    public async Task A_server_that_is_not_up_to_date_is_not_used_in_production_and_the_command_is_told()
    {
        var connection = await PostgresCluster.CreateDatabaseAsync(isMigrated: false);

        var refused = await Should.ThrowAsync<WebUi.Hosting.StartupException>(() => WebUi.Hosting.Portal.BuildAsync(
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", "--Portal:PublicOrigin=https://cards.example.com",
            "--Database:Provider=Postgres", "--Database:ConnectionString=" + connection,
            "--Stripe:SecretKey=sk_test_" + new string('a', 24), "--Stripe:PublishableKey=pk_test_" + new string('a', 24),
        ]));

        refused.Message.ShouldContain("not up to date");
        refused.Message.ShouldContain("database migrate");
    }
}
