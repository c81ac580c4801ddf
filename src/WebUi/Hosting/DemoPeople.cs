using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>The people of the sandbox's demo.</summary>
public static class DemoPeople
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "sandbox-demo-pass";

    /// <summary>The people, as the sign-in page lists them.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new(
            "jenny@demo.test", "Jenny Rosen", "Cardholder: virtual, physical, frozen, canceled and expiring cards (USD)",
            DemoSeed.Platform, DemoSeed.Jenny),
        new(
            "omar@demo.test", "Omar Haddad", "Cardholder: a virtual card, and one on its way by post (KWD)",
            DemoSeed.Platform, DemoSeed.Omar),
        new("nia@demo.test", "Nia Okafor", "Cardholder: no card yet", DemoSeed.Platform, DemoSeed.Nia),
        new("claire@demo.test", "Claire Martin", "Cardholder of a connected account (EUR)", DemoSeed.Lumiere, DemoSeed.Claire),
        new("yuki@demo.test", "Yuki Tanaka", "Cardholder of another connected account (JPY)", DemoSeed.Sakura, DemoSeed.Yuki),
        new("admin@demo.test", "Ada Platform", "Admin of the platform's own account", DemoSeed.Platform, null, Role.Admin),
        new(
            "vera@demo.test", "Vera Viewer", "Sees a connected account's cards, and changes nothing",
            DemoSeed.Lumiere, null, Role.Viewer),
        new("lea@demo.test", "Léa Lumière", "Admin of a connected account", DemoSeed.Lumiere, null, Role.Admin),
    ];

    /// <summary>What they call their cards.</summary>
    private static readonly (string Account, string Card, string Name, CardColor Color)[] CardNames =
    [
        (DemoSeed.Platform, DemoSeed.JennyVirtual, "Everyday", CardColor.Iris),
        (DemoSeed.Platform, DemoSeed.JennyPhysical, "Client travel", CardColor.Graphite),
        (DemoSeed.Platform, DemoSeed.JennyExpiring, "Software", CardColor.Pine),
        (DemoSeed.Platform, DemoSeed.JennyFrozen, "Conference", CardColor.Plum),
        (DemoSeed.Platform, DemoSeed.OmarVirtual, "Fuel", CardColor.Copper),
        (DemoSeed.Lumiere, DemoSeed.ClaireVirtual, "Trains and hotels", CardColor.Slate),
        (DemoSeed.Sakura, DemoSeed.YukiVirtual, "Office supplies", CardColor.Pine),
    ];

    internal static async Task AddAsync(IServiceProvider services)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            // Adding them is slow on purpose (passwords are hashed), and once is enough.
            if (await scope.ServiceProvider.GetRequiredService<IPeopleStore>().ExistsAsync(All[^1].Email, CancellationToken.None))
                return;
        }

        foreach (var person in All)
        {
            await services.SendAsSystemAsync(
                new AddPerson(
                    person.Email, person.Name, Password, AccountId.Parse(person.AccountId), person.Role,
                    person.CardholderId is { } id ? CardholderId.Parse(id) : null), CancellationToken.None);
        }

        await using var naming = services.CreateAsyncScope();
        var labels = naming.ServiceProvider.GetRequiredService<ICardLabelStore>();
        foreach (var (account, card, name, color) in CardNames)
            await labels.AddAsync(new CardLabel(CardId.Parse(card), AccountId.Parse(account), name, color), CancellationToken.None);
    }
}
