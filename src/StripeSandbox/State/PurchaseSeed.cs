using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>Half a year of purchases for the demo's cards: the same habits on every machine, ending now.</summary>
internal static class PurchaseSeed
{
    private const int Days = 180;
    private const long DailyLimit = 500_00;

    /// <summary>A habit: where, how, how often in a hundred purchases, and for how much (in US cents).</summary>
    private sealed record Habit(Merchant Merchant, string Method, int Weight, int From, int To);

    private static readonly Habit[] Habits =
    [
        new(new("Blue Door Coffee", "eating_places_restaurants", "5812", "San Francisco", "US"), "contactless", 22, 350, 1450),
        new(new("Corner Deli", "fast_food_restaurants", "5814", "Oakland", "US"), "contactless", 16, 700, 2400),
        new(new("Metro Transit", "commuter_transport_and_ferries", "4111", "San Francisco", "US"), "contactless", 12, 250, 900),
        new(new("City Cabs", "taxicabs_limousines", "4121", "Chicago", "US"), "online", 9, 900, 6500),
        new(new("Paper & Pen Supply", "stationery_stores_office_and_school_supply_stores", "5943", "Denver", "US"), "chip", 6, 800, 9000),
        new(new("Northwind Cloud", "computer_software_stores", "5734", "Dublin", "IE"), "online", 7, 900, 12900),
        new(new("Pixel Apps", "digital_goods_applications", "5817", "Berlin", "DE"), "online", 5, 99, 2999),
        new(new("Harbour Fuel", "service_stations", "5541", "Sausalito", "US"), "chip", 7, 2500, 8800),
        new(new("Skyline Air", "airlines_air_carriers", "4511", "Dallas", "US"), "online", 4, 12000, 42000),
        new(new("Hotel Bellevue", "hotels_motels_and_resorts", "7011", "Paris", "FR"), "chip", 4, 9000, 38000),
        new(new("Fresh Basket", "grocery_stores_supermarkets", "5411", "Seattle", "US"), "contactless", 6, 1200, 9500),
        new(new("Lucky Seven Casino", "betting_casino_gambling", "7995", "Las Vegas", "US"), "chip", 1, 2000, 20000),
        new(new("Main Street ATM", "automated_cash_disburse", "6011", "Austin", "US"), "chip", 1, 2000, 20000),
    ];

    public static void Plant(ObjectStore store, DateTimeOffset now)
    {
        if (!store.Has(ObjectKind.Authorization))
            store.InTransaction(() => PlantAll(store, now));
    }

    private static void PlantAll(ObjectStore store, DateTimeOffset now)
    {
        foreach (var (account, cards) in DemoSeed.WithPurchases)
        {
            foreach (var card in cards.Select(id => store.Find(ObjectKind.Card, id)).OfType<JsonObject>())
                PlantFor(store, account, card, now);
        }
    }

    private static void PlantFor(ObjectStore store, string account, JsonObject card, DateTimeOffset now)
    {
        var cardId = card["id"]!.GetValue<string>();
        var chance = new DeterministicRandom(cardId);
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var number = 0;
        // Nobody pays with a card that was frozen or canceled.
        var last = card["status"]!.GetValue<string>() switch
        {
            "canceled" => today.AddDays(-30),
            "inactive" => today.AddDays(-7),
            _ => today,
        };
        for (var day = today.AddDays(-Days); day <= last; day = day.AddDays(1))
        {
            long spent = 0;
            var moments = Enumerable.Range(0, chance.Next(4)).Select(_ => day.AddSeconds((7 * 3600) + chance.Next(15 * 3600))).Order()
                .ToList();
            foreach (var at in moments.Where(at => at < now.AddHours(-1)))
            {
                var habit = Pick(chance);
                var amount = Scale(chance.Next(habit.To - habit.From) + habit.From, card["currency"]!.GetValue<string>());
                var refusal = spent + amount > DailyLimit ? "spending_controls" : chance.Next(60) == 0 ? "insufficient_funds" : null;
                var authorization = Purchases.Authorization(
                    $"iauth_1Sandbox{cardId[11..]}{number++:D4}", card, amount, habit.Merchant, habit.Method, refusal, at,
                    refusal is null && at > now.AddDays(-2) ? "pending" : "closed");
                store.Add(ObjectKind.Authorization, account, authorization["id"]!.GetValue<string>(), authorization, cardId);
                if (refusal is null)
                    spent += amount;
            }
        }
    }

    private static Habit Pick(DeterministicRandom chance)
    {
        var at = chance.Next(Habits.Sum(h => h.Weight));
        foreach (var habit in Habits)
        {
            at -= habit.Weight;
            if (at < 0)
                return habit;
        }

        return Habits[0];
    }

    /// <summary>What so many US cents come to in the minor unit of another currency, about.</summary>
    private static long Scale(long cents, string currency) => currency switch
    {
        "jpy" => cents * 3 / 2,
        "kwd" => cents * 31 / 100 * 10,
        _ => cents,
    };
}
