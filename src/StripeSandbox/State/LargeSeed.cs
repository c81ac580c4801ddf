using System.Globalization;
using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>As many cards and purchases as one asks for, to try out sizes.</summary>
internal static class LargeSeed
{
    private const int CardsOfOne = 4;

    private static readonly string[] FirstNames =
        ["Ana", "Ben", "Chloe", "Dan", "Eva", "Finn", "Gala", "Hugo", "Ines", "Jan", "Kira", "Leo", "Mia", "Noor", "Otto", "Pia"];
    private static readonly string[] LastNames =
        ["Abel", "Berg", "Costa", "Diaz", "Ek", "Falk", "Gomez", "Hahn", "Ito", "Jung", "Kern", "Lind", "Moss", "Nash", "Orr", "Pohl"];

    private static readonly Merchant[] Merchants =
    [
        new("Blue Door Coffee", "eating_places_restaurants", "5812", "San Francisco", "US"),
        new("Northwind Cloud", "computer_software_stores", "5734", "Dublin", "IE"),
        new("Harbour Fuel", "service_stations", "5541", "Sausalito", "US"),
        new("Skyline Air", "airlines_air_carriers", "4511", "Dallas", "US"),
    ];

    public static void Plant(ObjectStore store, DateTimeOffset now, int cards, int purchases)
    {
        if (cards <= 0 || store.Find(ObjectKind.Cardholder, HolderId(0)) is not null)
            return;
        store.InTransaction(() =>
        {
            var chance = new DeterministicRandom("large");
            for (var i = 0; i < cards; i += CardsOfOne)
                AddHolder(store, i / CardsOfOne, Math.Min(CardsOfOne, cards - i), now, chance);
            AddPurchases(store, cards, purchases, now, chance);
        });
    }

    private static void AddHolder(ObjectStore store, int number, int cards, DateTimeOffset now, DeterministicRandom chance)
    {
        var created = now.AddDays(-190).AddSeconds(number);
        var name = $"{FirstNames[chance.Next(FirstNames.Length)]} {LastNames[chance.Next(LastNames.Length)]} "
            + $"{number.ToString(CultureInfo.InvariantCulture)}";
        var holder = IssuingObjectMapper.Cardholder(HolderId(number), new JsonObject
        {
            ["name"] = name,
            ["individual"] = IssuingObjectMapper.Person(name),
            ["email"] = $"holder{number.ToString(CultureInfo.InvariantCulture)}@large.test",
        }, created);
        store.Add(ObjectKind.Cardholder, DemoSeed.Platform, HolderId(number), holder);
        for (var i = 0; i < cards; i++)
        {
            var id = CardId((number * CardsOfOne) + i);
            var parameters = new JsonObject
            {
                ["currency"] = "usd",
                ["type"] = i == 0 ? "physical" : "virtual",
                ["status"] = chance.Next(10) == 0 ? "inactive" : "active",
            };
            store.Add(ObjectKind.Card, DemoSeed.Platform, id,
                IssuingObjectMapper.Card(id, parameters, holder, created.AddSeconds(i), now.AddYears(2)));
        }
    }

    private static void AddPurchases(ObjectStore store, int cards, int purchases, DateTimeOffset now, DeterministicRandom chance)
    {
        var perCard = Math.Max(1, purchases / cards);
        for (var i = 0; i < purchases; i++)
        {
            var cardId = CardId(i / perCard % cards);
            var card =
                new JsonObject { ["id"] = cardId, ["cardholder"] = HolderId(i / perCard % cards / CardsOfOne), ["currency"] = "usd" };
            var authorization = Purchases.Authorization(
                "iauth_1Large" + i.ToString("D8", CultureInfo.InvariantCulture), card, 100
                    + chance.Next(9000), Merchants[chance.Next(Merchants.Length)],
                "online", null, now.AddDays(-180).AddSeconds((i % perCard * (180L * 86400 / perCard)) + chance.Next(3600)), "closed");
            store.Add(ObjectKind.Authorization, DemoSeed.Platform, authorization["id"]!.GetValue<string>(), authorization, cardId);
        }
    }

    private static string HolderId(int number) => "ich_1Large" + number.ToString("D7", CultureInfo.InvariantCulture);

    private static string CardId(int number) => "ic_1Large" + number.ToString("D7", CultureInfo.InvariantCulture);
}
