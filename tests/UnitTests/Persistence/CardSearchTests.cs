using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.Cards;
using CleanIssuing.UnitTests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.UnitTests.Persistence;

public sealed class CardSearchTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly IssuingDbContext _db;

    public CardSearchTests()
    {
        _connection.Open();
        _db = new IssuingDbContext(new DbContextOptionsBuilder<IssuingDbContext>().UseSqlite(_connection).Options);
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
}
