using System.Globalization;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Operations;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Application.StripeSync.Operations;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.StripeSync;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using CsCheck;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

/// <summary>
/// Two savers, a change in the Dashboard, events, a page of the import, a reconciliation and a clock, interleaved at random: whatever
/// the order, in the end the portal shows what Stripe has, and one saver at most was told that theirs was saved.
/// </summary>
public abstract class ScheduleTests(InStepPortal portal)
{
    /// <summary>Set to a number, it has that many new ones tried instead.</summary>
    private const string HowManyNew = "EXPLORE_SCHEDULES";

    /// <summary>How many schedules are tried, the same ones in every run.</summary>
    protected virtual int Schedulings => 250;

    private static int _cards;

    private static readonly Gen<Schedule> Schedules = Gen.Select(
        Gen.Int[0, 1000].Array[0, 60], Gen.Enum<Failure>(), Gen.Enum<Failure>(), Gen.Bool,
        (choices, first, second, isOverrun) => new Schedule(choices, first, second, isOverrun));

    [SkippableFact]
    public async Task Any_order_ends_equal_to_Stripe_with_one_winner()
    {
        if (Environment.GetEnvironmentVariable(HowManyNew) is { Length: > 0 } asked)
        {
            // What fails prints its schedule, which is kept in a test of its own below.
            await Schedules.SampleAsync(
                ExploreAsync, iter: int.Parse(asked, CultureInfo.InvariantCulture), threads: 1, print: s => s.ToString());
            return;
        }

        for (uint number = 1; number <= Schedulings; number++)
        {
            var schedule = Schedules.Generate(new PCG(number, 0), null, out _);
            try
            {
                await ExploreAsync(schedule);
            }
            catch (Exception failed)
            {
                throw new ShouldAssertException($"{schedule}\n{failed.Message}", failed);
            }
        }
    }

    /// <summary>
    /// The first saver is taken for dead, and reads what the second has changed at Stripe before that one has its answer: found by
    /// exploring, and kept.
    /// </summary>
    [SkippableFact]
    public Task One_taken_for_dead_does_not_tell_of_anothers_change() => ExploreAsync(new Schedule(
        [
            84, 64, 626, 650, 963, 717, 156, 142, 902, 793, 535, 885, 315, 116, 440, 611, 608, 143, 31, 415, 509, 185, 449, 898, 542, 652,
            534,
        ],
        Failure.None, Failure.LostAnswer, IsOverrun: true));

    private async Task ExploreAsync(Schedule schedule)
    {
        var gates = new Gates();
        var card = await NewCardAsync();
        var stripe = new ModelStripe(gates, card, card.AsOf);
        stripe.Fail(100, schedule.First);
        stripe.Fail(200, schedule.Second);
        var saved = 0;
        var actors = new List<Task>
        {
            gates.StartAsync("saver 1", () => SaveAsync(100, schedule.First)),
            gates.StartAsync("saver 2", () => SaveAsync(200, schedule.Second)),
            gates.StartAsync("dashboard", () =>
            {
                stripe.Change(stripe.Card with { Status = CardStatus.Inactive });
                return Task.CompletedTask;
            }),
            gates.StartAsync("events", async () =>
            {
                for (var i = 0; i < 3; i++)
                {
                    await DeliverAsync(stripe.Tell());
                    await gates.PassAsync();
                }
            }),
            gates.StartAsync("import", async () =>
            {
                var page = new Page<Card>([stripe.Read()], null);
                await gates.PassAsync();
                await InScopeAsync(services => services.GetRequiredService<IImportStore>().SaveAsync(
                    page.Items[0].AccountId, page,
                    (state, before) => services.GetRequiredService<IPublisher>().Publish(new ControlsChangedAtStripe(state, before)),
                    CancellationToken.None));
            }),
            gates.StartAsync("clock", async () =>
            {
                for (var i = 0; i < 3; i++)
                {
                    stripe.Tick();
                    await gates.PassAsync();
                }
            }),
        };
        if (schedule.IsOverrun)
            // A process that sleeps for longer than its lease is taken for dead.
            actors.Add(gates.StartAsync("reconciliation", () => ReconcileAsync(stripe)));

        await gates.RunAsync(schedule.Choices);
        await Task.WhenAll(actors);

        stripe.Tick();
        await FinishAsync(gates, stripe);

        var shown = await InScopeAsync(services => services.GetRequiredService<ICardReader>().FindAsync(card.Id, CancellationToken.None));
        var order = string.Join(", ", gates.Log);
        (shown!.Card with { AsOf = stripe.Card.AsOf, CardholderName = "" }).ShouldBe(stripe.Card with { CardholderName = "" }, order);
        saved.ShouldBeLessThanOrEqualTo(1, order);
        portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{card.Id}'").ShouldBe("0", order);
        portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{card.Id}' AND EndedAt IS NULL").ShouldBe("0", order);
        var history = await InScopeAsync(services =>
            services.GetRequiredService<IControlHistory>().ListAsync(card.Id.Value, null, 20, CancellationToken.None));
        history.Select(h => h.Before).SkipLast(1).ShouldBe(history.Skip(1).Select(h => h.After), order);
        history.Count.ShouldBeLessThanOrEqualTo(stripe.ControlChanges, order);
        if (history.Count > 0)
            history[0].After.ShouldBe(stripe.Card.SpendingControls, order);

        async Task SaveAsync(long amount, Failure failure)
        {
            try
            {
                await InScopeAsync(async services =>
                {
                    var limit = new SpendingLimitInput(amount, "daily", []);
                    var changer = ActivatorUtilities.CreateInstance<ControlsChanger<Card>>(services, Controls(services, stripe));
                    var handler = ActivatorUtilities.CreateInstance<UpdateSpendControlsHandler>(services, changer);
                    await handler.Handle(
                        new UpdateSpendControls(
                            card.Id, new SpendControlsInput { SpendingLimits = [limit] }, card.SpendingControls.Version,
                            RequestId: amount.ToString(CultureInfo.InvariantCulture)),
                        CancellationToken.None);
                });
                saved++;
            }
            catch (Exception told) when (told is ExpectedException || (told is ProcessKilledException && failure != Failure.None))
            {
                // A conflict, or not known.
            }
        }
    }

    /// <summary>Everything that is bound to happen in the end: events, the reconciliation, the refresh.</summary>
    private async Task FinishAsync(Gates gates, ModelStripe stripe)
    {
        var actor = gates.StartAsync("end", async () =>
        {
            await ReconcileAsync(stripe);
            while (stripe.Tell() is { } told)
                await DeliverAsync(told);
            for (var i = 0; i < 4; i++)
            {
                await InScopeAsync(services => ActivatorUtilities
                    .CreateInstance<ReplicaRefresher>(services, Updater(services, stripe))
                    .RefreshAsync(AccountId.Parse(DemoSeed.Platform), CancellationToken.None));
                stripe.Tick();
            }
        });
        await gates.RunAsync([]);
        await actor;
    }

    /// <summary>By another process, after the leases of all are over.</summary>
    private Task ReconcileAsync(ModelStripe stripe) => InScopeAsync(services =>
    {
        var later = new FakeTimeProvider(portal.Time.GetUtcNow().AddHours(1));
        var log = ActivatorUtilities.CreateInstance<OperationLog>(
            services, services.GetRequiredService<IssuingDbContext>(), ActivatorUtilities.CreateInstance<OperationLease>(services), later);
        var operations = ActivatorUtilities.CreateInstance<StripeOperationExecutor>(services, log);
        IOperationReconciler reconciler = ActivatorUtilities.CreateInstance<SpendControlsReconciler<Card>>(
            services, Controls(services, stripe), operations);
        return ActivatorUtilities.CreateInstance<ReconcilePendingOperationsHandler>(
            services, log, (IEnumerable<IOperationReconciler>)[reconciler])
            .Handle(new ReconcilePendingOperations(), CancellationToken.None);
    });

    private static IControlsAtStripe<Card> Controls(IServiceProvider services, ModelStripe stripe) =>
        ActivatorUtilities.CreateInstance<CardControlsAtStripe>(
            services, (ICardGateway)stripe, Updater(services, stripe),
            (IOperationSubjectReader)ActivatorUtilities.CreateInstance<OperationSubjectReader>(services, stripe));

    private static ICardReplicaUpdater Updater(IServiceProvider services, ModelStripe stripe) =>
        ActivatorUtilities.CreateInstance<CardReplicaUpdater>(services, (ICardGateway)stripe);

    private Task DeliverAsync(Card? told) => told is null
        ? Task.CompletedTask
        : InScopeAsync(services => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            () => services.GetRequiredService<IPublisher>().Publish(new StripeCardUpdated(told)), CancellationToken.None));

    private async Task<Card> NewCardAsync()
    {
        var number = Interlocked.Increment(ref _cards);
        var at = DateTimeOffset.FromUnixTimeSeconds(portal.StripeTime.GetUtcNow().ToUnixTimeSeconds());
        var card = new Card
        {
            Id = CardId.Parse(string.Create(CultureInfo.InvariantCulture, $"ic_explored{GetType().Name}{number}")),
            AccountId = AccountId.Parse(DemoSeed.Platform),
            CardholderId = CardholderId.Parse(DemoSeed.Nia),
            Type = CardType.Virtual,
            Status = CardStatus.Active,
            Brand = "Visa",
            Last4 = "4242",
            ExpMonth = 12,
            ExpYear = 2029,
            Currency = Currency.Usd,
            CreatedAt = at,
            AsOf = at,
        };
        await InScopeAsync(services => services.GetRequiredService<ICardReplicaStore>().UpsertAsync(card, CancellationToken.None));
        return card;
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> use)
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAs(Actor.Person("ada", "Ada", null));
        await use(scope.ServiceProvider);
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        T? result = default;
        await InScopeAsync(async services => { result = await use(services); });
        return result!;
    }

    private sealed record Schedule(int[] Choices, Failure First, Failure Second, bool IsOverrun)
    {
        public override string ToString() => $"[{string.Join(',', Choices)}] {First} {Second} {IsOverrun}";
    }
}
