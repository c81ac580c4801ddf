using System.Data.Common;
using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.Cards;
using CleanIssuing.UnitTests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanIssuing.UnitTests.Persistence;

public sealed class CardSearchTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ParameterCounter _parameters = new();
    private readonly IssuingDbContext _db;

    public CardSearchTests()
    {
        _connection.Open();
        _db = new IssuingDbContext(new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite(_connection)
            .AddInterceptors(_parameters).Options);
        _db.Database.EnsureCreated();
    }

    public void Dispose()
    {
        _db.Dispose();
        _connection.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("4242")]
    [InlineData("rosen")]
    public async Task A_card_whose_cardholder_is_not_known_does_not_end_the_list_early(string? text)
    {
        _db.Add(TestData.Account());
        _db.Add(TestData.Cardholder());
        for (var i = 0; i < 60; i++)
            _db.Add(TestData.Card(id: $"ic_{i:D3}") with { CardholderName = "Jenny Rosen" });
        // The newest of all, so that it stands on the first page if anywhere.
        _db.Add(TestData.Card(id: "ic_999") with { CardholderId = CardholderId.Parse("ich_gone"), CardholderName = "Jenny Rosen" });
        await _db.SaveChangesAsync();

        var page = await new CardSearch(_db).PageAsync(new CardQuery([TestData.AccountId], text), null, 51, CancellationToken.None);

        page.Count.ShouldBe(51);
        page.ShouldNotContain(view => view.Card.Id.Value == "ic_999");
    }

    [Fact]
    public async Task However_many_match_a_statement_has_no_list_of_them()
    {
        _db.Add(TestData.Account());
        for (var i = 0; i < 100; i++)
        {
            var holder = TestData.Cardholder($"ich_{i:D3}");
            _db.Add(holder);
            _db.Add(TestData.Card(id: $"ic_{i:D3}") with { CardholderId = holder.Id, CardholderName = holder.Name });
        }

        await _db.SaveChangesAsync();
        _parameters.Most = 0;

        await new CardSearch(_db).PageAsync(new CardQuery([TestData.AccountId], "rosen"), null, 51, CancellationToken.None);

        _parameters.Most.ShouldBeInRange(1, 10);
    }

    private sealed class ParameterCounter : DbCommandInterceptor
    {
        public int Most { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Most = Math.Max(Most, command.Parameters.Count);
            return ValueTask.FromResult(result);
        }
    }
}
