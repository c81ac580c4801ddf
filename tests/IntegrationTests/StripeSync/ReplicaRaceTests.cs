using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>Two states of one thing that are written at the same moment.</summary>
public abstract class ReplicaRaceTests(InStepPortal portal)
{
    [SkippableFact]
    public async Task The_newer_state_wins_whole_whoever_comes_first()
    {
        var start = portal.StripeTime.GetUtcNow();
        for (var round = 0; round < 200; round++)
        {
            var older = State("ich_race", CardholderStatus.Inactive, "old", start.AddSeconds(2 * round));
            var newer = State("ich_race", CardholderStatus.Blocked, "new", start.AddSeconds((2 * round) + 1));

            await Task.WhenAll(WriteAsync(round % 2 == 0 ? older : newer), WriteAsync(round % 2 == 0 ? newer : older));

            portal.Text("SELECT Status || Name FROM Cardholders WHERE Id = 'ich_race'").ShouldBe("Blockednew", $"round {round}");
        }
    }

    [SkippableFact]
    public async Task The_first_state_may_come_twice_at_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var id = "ich_first" + round;
            var at = portal.StripeTime.GetUtcNow();

            await Task.WhenAll(
                WriteAsync(State(id, CardholderStatus.Inactive, "old", at)),
                WriteAsync(State(id, CardholderStatus.Blocked, "new", at.AddSeconds(1))));

            portal.Text($"SELECT Status || Name FROM Cardholders WHERE Id = '{id}'").ShouldBe("Blockednew");
        }
    }

    private static Cardholder State(string id, CardholderStatus status, string name, DateTimeOffset at) => new()
    {
        Id = CardholderId.Parse(id),
        AccountId = AccountId.Parse(DemoSeed.Platform),
        Name = name,
        Status = status,
        AsOf = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()),
    };

    private Task WriteAsync(Cardholder state) => Task.Run(async () =>
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ICardReplicaStore>().UpsertAsync(state, CancellationToken.None);
    });
}
