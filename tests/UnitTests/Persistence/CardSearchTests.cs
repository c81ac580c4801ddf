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
    private readonly Statements _statements = new();
    private readonly IssuingDbContext _db;

    public CardSearchTests()
    {
        _connection.Open();
        _db = new IssuingDbContext(new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite(_connection)
            .AddInterceptors(_statements).Options);
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

        var page = await new CardSearch(_db).PageAsync(new CardQuery([TestData.AccountId], text), null, null, 51, CancellationToken.None);

        page.Count.ShouldBe(51);
        page.ShouldNotContain(view => view.Card.Id.Value == "ic_999");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(501)]
    public async Task Cards_are_found_by_their_holders_address_however_many_holders_match(int holders)
    {
        _db.Add(TestData.Account());
        for (var i = 0; i < holders; i++)
        {
            var holder = TestData.Cardholder($"ich_{i:D3}") with { Name = "Somebody", Email = $"{i}@acme.test" };
            _db.Add(holder);
            _db.Add(TestData.Card(id: $"ic_{i:D3}") with { CardholderId = holder.Id, CardholderName = holder.Name });
        }

        await _db.SaveChangesAsync();

        var query = new CardQuery([TestData.AccountId], "acme.test");
        (await new CardSearch(_db).CountAsync(query, int.MaxValue, CancellationToken.None)).ShouldBe(holders);
        (await new CardSearch(_db).PageAsync(query, null, null, 2, CancellationToken.None)).Count.ShouldBe(2);
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
        _statements.Most = 0;

        await new CardSearch(_db).PageAsync(new CardQuery([TestData.AccountId], "rosen"), null, null, 51, CancellationToken.None);

        _statements.Most.ShouldBeInRange(1, 10);
    }

    [Theory]
    [InlineData(CardSort.Newest, "AccountId_CreatedAt_Id")]
    [InlineData(CardSort.Oldest, "AccountId_CreatedAt_Id")]
    [InlineData(CardSort.Name, "AccountId_CardholderName_Id")]
    [InlineData(CardSort.Last4, "AccountId_Last4_Id")]
    public async Task The_cards_of_several_accounts_come_in_the_order_of_the_index_of_each(CardSort sort, string index)
    {
        _db.Add(TestData.Account());
        await _db.SaveChangesAsync();

        await new CardSearch(_db).PageAsync(
            new CardQuery([TestData.AccountId, AccountId.Parse("acct_other")], Sort: sort), null, null, 51, CancellationToken.None);

        using var explain = _connection.CreateCommand();
#pragma warning disable CA2100 // The statement of the search.
        explain.CommandText = "EXPLAIN QUERY PLAN " + _statements.Last;
#pragma warning restore CA2100
        foreach (var name in _statements.Parameters)
            explain.Parameters.AddWithValue(name, "acct_other");
        var plan = new List<string>();
        using var reader = explain.ExecuteReader();
        while (reader.Read())
            plan.Add(reader.GetString(3));
        plan.Count(step => step.Contains($"IX_Cards_{index} (AccountId=?", StringComparison.Ordinal)).ShouldBe(2, string.Join('\n', plan));
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public int Most { get; set; }

        public string Last { get; private set; } = "";

        public IReadOnlyList<string> Parameters { get; private set; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Most = Math.Max(Most, command.Parameters.Count);
            Last = command.CommandText;
            Parameters = [.. command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName)];
            return ValueTask.FromResult(result);
        }
    }
}
