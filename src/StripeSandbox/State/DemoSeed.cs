using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>The demo: a travel platform, two firms connected to it, and their people's cards. The same on every machine.</summary>
public static class DemoSeed
{
    /// <summary>The platform's own account, in US dollars.</summary>
    public const string Platform = "acct_1SandboxPlatform";

    /// <summary>A connected account, in euros.</summary>
    public const string Lumiere = "acct_1SandboxLumiere";

    /// <summary>A connected account, in yen.</summary>
    public const string Sakura = "acct_1SandboxSakura";

    /// <summary>Cardholders.</summary>
    public const string
        Jenny = "ich_1SandboxJenny", Omar = "ich_1SandboxOmar", Nia = "ich_1SandboxNia",
        Claire = "ich_1SandboxClaire", Luc = "ich_1SandboxLuc",
        Yuki = "ich_1SandboxYuki", Ken = "ich_1SandboxKen";

    /// <summary>Cards; the first word is the cardholder.</summary>
    public const string
        JennyVirtual = "ic_1SandboxJennyVirtual", JennyPhysical = "ic_1SandboxJennyPhysical", JennyFrozen = "ic_1SandboxJennyFrozen",
        JennyCanceled = "ic_1SandboxJennyCanceled", JennyExpiring = "ic_1SandboxJennyExpiring",
        OmarVirtual = "ic_1SandboxOmarVirtual", OmarShipping = "ic_1SandboxOmarShipping",
        ClaireVirtual = "ic_1SandboxClaireVirtual", ClairePhysical = "ic_1SandboxClairePhysical",
        LucExpiring = "ic_1SandboxLucExpiring", LucStolen = "ic_1SandboxLucStolen", LucReplacement = "ic_1SandboxLucReplacement",
        YukiVirtual = "ic_1SandboxYukiVirtual", YukiPhysical = "ic_1SandboxYukiPhysical", KenFrozen = "ic_1SandboxKenFrozen";

    /// <summary>The cards that purchases have been made with, by account.</summary>
    internal static IReadOnlyDictionary<string, string[]> WithPurchases { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Platform] = [JennyVirtual, JennyPhysical, JennyFrozen, JennyCanceled, JennyExpiring, OmarVirtual],
        [Lumiere] = [ClaireVirtual, LucExpiring, LucStolen, LucReplacement],
        [Sakura] = [YukiVirtual, YukiPhysical, KenFrozen],
    };

    internal static void Plant(ObjectStore store, DateTimeOffset now)
    {
        if (store.IsEmpty)
            store.InTransaction(() => PlantAll(store, now));
    }

    private static void PlantAll(ObjectStore store, DateTimeOffset now)
    {
        var started = now.AddDays(-200);
        Account(Platform, "Fernweh Travel", "US", "usd");
        Account(Lumiere, "Lumière Voyages", "FR", "eur");
        Account(Sakura, "Sakura Trading", "JP", "jpy");

        Cardholder(Platform, Jenny, "Jenny Rosen", "jenny@demo.test", "US");
        Cardholder(Platform, Omar, "Omar Haddad", "omar@demo.test", "KW");
        Cardholder(Platform, Nia, "Nia Okafor", "nia@demo.test", "US");
        Cardholder(Lumiere, Claire, "Claire Martin", "claire@demo.test", "FR");
        Cardholder(Lumiere, Luc, "Luc Bernard", "luc@demo.test", "FR");
        Cardholder(Sakura, Yuki, "Yuki Tanaka", "yuki@demo.test", "JP");
        Cardholder(Sakura, Ken, "Ken Sato", "ken@demo.test", "JP");

        Card(Platform, JennyVirtual, Jenny, "usd", "virtual", "active");
        Card(Platform, JennyPhysical, Jenny, "usd", "physical", "active", shipping: "delivered");
        Card(Platform, JennyFrozen, Jenny, "usd", "virtual", "inactive");
        Card(Platform, JennyCanceled, Jenny, "usd", "virtual", "canceled", reason: "lost");
        Card(Platform, JennyExpiring, Jenny, "usd", "virtual", "active", expires: now.AddMonths(1));
        Card(Platform, OmarVirtual, Omar, "kwd", "virtual", "active");
        Card(Platform, OmarShipping, Omar, "kwd", "physical", "inactive", shipping: "shipped");
        Card(Lumiere, ClaireVirtual, Claire, "eur", "virtual", "active");
        Card(Lumiere, ClairePhysical, Claire, "eur", "physical", "inactive", shipping: "pending");
        Card(Lumiere, LucExpiring, Luc, "eur", "virtual", "active", expires: now);
        Card(Lumiere, LucStolen, Luc, "eur", "physical", "canceled", shipping: "delivered", reason: "stolen");
        Card(Lumiere, LucReplacement, Luc, "eur", "physical", "active", shipping: "delivered", replaces: LucStolen);
        Card(Sakura, YukiVirtual, Yuki, "jpy", "virtual", "active");
        Card(Sakura, YukiPhysical, Yuki, "jpy", "physical", "active", shipping: "delivered");
        Card(Sakura, KenFrozen, Ken, "jpy", "virtual", "inactive");
        store.Update(ObjectKind.Card, LucStolen, card => card["replaced_by"] = LucReplacement);

        void Account(string id, string name, string country, string currency) =>
            store.Add(ObjectKind.Account, id, id, IssuingObjectMapper.Account(id, name, country, currency, started));

        void Cardholder(string account, string id, string name, string email, string country) =>
            store.Add(ObjectKind.Cardholder, account, id, IssuingObjectMapper.Cardholder(
                id,
                new JsonObject
                {
                    ["name"] = name,
                    ["email"] = email,
                    ["billing"] = new JsonObject { ["address"] = Address(country) },
                    ["individual"] = IssuingObjectMapper.Person(name),
                },
                started = started.AddMinutes(1)));

        void Card(
            string account, string id, string holder, string currency, string type, string status,
            string? shipping = null, string? reason = null, string? replaces = null, DateTimeOffset? expires = null)
        {
            var cardholder = store.Find(ObjectKind.Cardholder, holder)!;
            var parameters = new JsonObject
            {
                ["currency"] = currency,
                ["type"] = type,
                ["status"] = status,
                ["cancellation_reason"] = reason,
                ["replacement_for"] = replaces,
                ["replacement_reason"] = replaces is null ? null : "stolen",
            };
            // Of these Stripe gives no default.
            if (currency is "jpy" or "kwd")
                parameters["spending_controls"] = new JsonObject { ["spending_limits"] = new JsonArray(IssuingObjectMapper.Daily(500_00)) };
            if (shipping is not null)
            {
                parameters["shipping"] = new JsonObject
                {
                    ["name"] = cardholder["name"]!.DeepClone(),
                    ["address"] = cardholder["billing"]!["address"]!.DeepClone(),
                    ["status"] = shipping,
                };
            }

            store.Add(ObjectKind.Card, account, id, IssuingObjectMapper.Card(id, parameters, cardholder, started = started.AddMinutes(1),
                expires ?? now.AddYears(3)));
        }
    }

    private static JsonObject Address(string country) => new()
    {
        ["line1"] = "1 Harbour Street",
        ["line2"] = null,
        ["city"] = "Port City",
        ["state"] = country == "US" ? "CA" : null,
        ["postal_code"] = "94107",
        ["country"] = country,
    };
}
