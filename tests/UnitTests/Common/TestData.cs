using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.UnitTests.Common;

/// <summary>Supplies what a test does not care about.</summary>
internal static class TestData
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static Money Usd(long minor) => new(minor, Currency.Usd);

    public static readonly AccountId AccountId = AccountId.Parse("acct_1");

    public static Account Account(AccountKind kind = AccountKind.Platform) => new() { Id = AccountId, Name = "Fernweh", Kind = kind };

    public static Cardholder Cardholder(string id = "ich_1") =>
        new() { Id = CardholderId.Parse(id), AccountId = AccountId, Name = "Jenny Rosen", Status = CardholderStatus.Active, AsOf = Now };

    public static Card Card(CardType type = CardType.Virtual, CardStatus status = CardStatus.Active, string id = "ic_1") => new()
    {
        Id = CardId.Parse(id),
        AccountId = AccountId,
        CardholderId = CardholderId.Parse("ich_1"),
        Type = type,
        Status = status,
        Brand = "Visa",
        Last4 = "4242",
        ExpMonth = 12,
        ExpYear = 2029,
        Currency = Currency.Usd,
        CreatedAt = Now,
        AsOf = Now,
    };
}
