using System.Globalization;
using System.Net;
using System.Text.Json;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Operations;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Application.StripeSync.Operations;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.Infrastructure.Persistence.StripeSync;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.FaultInjection;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>Operations at Stripe: one at a time on a card, told as they end, and never lost.</summary>
public abstract class OperationTests(InStepPortal portal)
{
    private static readonly Actor Ada = Actor.Person("ada", "Ada", null);

    private static readonly TimeSpan LongerThanAnyLease = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task A_lost_issue_and_a_refused_look_do_not_make_a_second_card()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = (await ada.FormAsync("/cards/issue?account=" + DemoSeed.Platform, "RequestId"))
            .With("Cardholder", DemoSeed.Nia).With("Type", "virtual").With("Currency", "usd");
        var before = CardsAtStripe();
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerErrorAfter, "/v1/issuing/cards", 1, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Forbidden, "/v1/issuing/cards", Method: "GET"));
        try
        {
            (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            portal.Advance(LongerThanAnyLease);
            await portal.LoggedAsync($"card.issue of {DemoSeed.Nia} is not known yet");
            portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{DemoSeed.Nia}' AND EndedAt IS NULL").ShouldBe("1");
        }
        finally
        {
            portal.Sandbox.Faults.Clear();
        }

        await portal.UntilAsync(() =>
        {
            portal.Advance(LongerThanAnyLease);
            return portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{DemoSeed.Nia}' AND EndedAt IS NULL") == "0";
        });
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        CardsAtStripe().ShouldBe(before + 1);
    }

    [SkippableFact]
    public async Task A_state_that_arrives_while_an_operation_is_open_is_read_again_afterwards()
    {
        var card = await portal.NewCardAsync();
        var pending = await BeginAsync(card);
        portal.Advance(TimeSpan.FromSeconds(2));
        await new global::Stripe.Issuing.CardService(portal.Stripe())
            .UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "inactive" });
        await portal.UntilAsync(() =>
            portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{card}'") == "1");
        portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Active");

        // Ours is refused.
        (await LogAsync(log => log.EndAsync(pending.Key, applied: false, null, CancellationToken.None))).ShouldBeTrue();
        portal.Advance(TimeSpan.FromSeconds(10));

        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Inactive");
        await portal.UntilAsync(() => portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{card}'") == "0");
    }

    [SkippableFact]
    public async Task What_was_frozen_at_Stripe_no_cardholder_unfreezes_however_the_portal_learned_of_it()
    {
        var card = await portal.NewCardAsync();
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(HttpStatusCode.Found);
        portal.Sandbox.Webhooks.Paused = true;
        portal.Advance(TimeSpan.FromSeconds(2));
        await cards.UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "active" });
        await portal.Portal.App.Services.SendAsSystemAsync(new ImportFromStripe(), CancellationToken.None);
        portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'").ShouldBe("Active");
        var form = await jenny.ButtonAsync("/cards/" + card, "Freeze");
        portal.Advance(TimeSpan.FromSeconds(2));
        await cards.UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "inactive" });
        portal.Sandbox.Webhooks.Paused = false;
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Inactive");

        form.Action = form.Action.Replace("Freeze", "Unfreeze", StringComparison.Ordinal);
        (await jenny.SendAsync(form)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
    }

    [SkippableFact]
    public async Task An_operation_that_another_process_claimed_writes_nothing_and_is_told_as_unconfirmed()
    {
        var card = await portal.NewCardAsync();
        var applied = false;
        var run = RunAsync(card, async key =>
        {
            // The process sleeps for longer than its lease, and another gives the operation up.
            portal.Advance(LongerThanAnyLease);
            await portal.UntilAsync(() =>
                portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{card}' AND EndedAt IS NOT NULL") == "1");
        }, () => applied = true);

        (await Should.ThrowAsync<StripeUnavailableException>(() => run)).Reason.ShouldBe(RefusalReason.StripeUnconfirmed);

        applied.ShouldBeFalse();
        portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{card}' AND Applied").ShouldBe("0");
    }

    [SkippableFact]
    public async Task Before_its_lease_is_over_no_other_process_takes_an_operation()
    {
        var pending = await BeginAsync("ic_leased");

        (await LogAsync(log => log.ClaimAsync(pending.Key, CancellationToken.None))).ShouldBeFalse();
        (await LogAsync(log => log.EndAsync(pending.Key, true, null, CancellationToken.None), owner: "another")).ShouldBeFalse();

        (await LogAsync(log => log.EndAsync(pending.Key, true, null, CancellationToken.None))).ShouldBeTrue();
        (await LogAsync(log => log.EndAsync(pending.Key, true, null, CancellationToken.None))).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Of_savers_at_the_very_same_moment_each_wins_or_is_told_of_a_conflict()
    {
        var card = await portal.NewCardAsync();
        for (var round = 0; round < 40; round++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                try
                {
                    await RunAsync(card, _ => Task.CompletedTask, () => { });
                    return true;
                }
                catch (ConflictException)
                {
                    return false;
                }
            })));
            results.ShouldContain(true);
        }
    }

    [SkippableFact]
    public async Task A_form_that_is_sent_for_another_action_does_not_wait_for_the_first()
    {
        var requestId = Guid.NewGuid().ToString("N");
        var pending = await BeginAsync("ic_busy", requestId, "card.freeze");

        (await Should.ThrowAsync<ConflictException>(() => BeginAsync("ic_busy", requestId, "card.cancel")))
            .Reason.ShouldBe(RefusalReason.OperationInProgress);

        await LogAsync(log => log.EndAsync(pending.Key, false, null, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_second_click_is_the_same_request_also_after_the_first_has_ended()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var form = await jenny.ButtonAsync("/cards/" + card, "Freeze");

        (await jenny.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        (await jenny.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Unfreeze"))).Status.ShouldBe(HttpStatusCode.Found);

        // By now that is not so any more.
        var (status, body) = await jenny.SendAsync(form);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("has been changed again since");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
    }

    private static int _requests;

    private Task<StripeState<string>> RunAsync(string card, Func<string, Task> call, Action apply) => InScopeAsync(async services =>
    {
        var state = new StripeState<string>("done", null);
        return await services.GetRequiredService<IStripeOperations>().RunAsync(
            Operation(card, Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture), "card.freeze"),
            async (key, _) =>
            {
                await call(key);
                return state;
            },
            (_, _) =>
            {
                apply();
                return Task.CompletedTask;
            },
            _ => Task.FromResult<StripeState<string>?>(null), (_, _) => Task.FromResult("replayed"), result => result,
            CancellationToken.None);
    });

    private async Task<PendingOperation> BeginAsync(string card, string? requestId = null, string kind = "card.freeze") =>
        (await LogAsync(log => log.BeginAsync(Operation(card, requestId, kind), Ada, CancellationToken.None))).Operation;

    private static StripeOperation Operation(string card, string? requestId, string kind) => new(
        kind, card, AccountId.Parse(DemoSeed.Platform), requestId, JsonSerializer.SerializeToElement(new { status = "Canceled" }));

    private Task<T> LogAsync<T>(Func<IOperationLog, Task<T>> use, string? owner = null) => InScopeAsync(services =>
    {
        // A lease of its own is what makes another process.
        var lease = owner is null
            ? services.GetRequiredService<OperationLease>()
            : ActivatorUtilities.CreateInstance<OperationLease>(services);
        return use(ActivatorUtilities.CreateInstance<OperationLog>(services, services.GetRequiredService<IssuingDbContext>(), lease));
    });

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAs(Ada);
        return await use(scope.ServiceProvider);
    }

    private int CardsAtStripe() => new global::Stripe.Issuing.CardService(portal.Stripe())
        .List(new global::Stripe.Issuing.CardListOptions { Cardholder = DemoSeed.Nia, Limit = 100 }).Data.Count;
}
