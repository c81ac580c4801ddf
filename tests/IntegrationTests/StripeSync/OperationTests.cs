using System.Globalization;
using System.Net;
using System.Text.Json;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Operations;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Application.StripeSync.Operations;
using CleanIssuing.Domain.Cards;
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
        var before = portal.CardsAtStripe(DemoSeed.Nia);
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerErrorAfter, "/v1/issuing/cards", 1, Method: "POST"));
        portal.Sandbox.Faults.Add(new Fault(FaultKind.Forbidden, "/v1/issuing/cards", Method: "GET"));
        try
        {
            (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await ada.GetAsync("/cardholders/" + DemoSeed.Nia)).ShouldContain("Change pending.");
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
        (await ada.GetAsync("/cardholders/" + DemoSeed.Nia)).ShouldContain("was made: issue a card");
        await ada.SendAsync(form);
        portal.CardsAtStripe(DemoSeed.Nia).ShouldBe(before + 1);
    }

    [SkippableFact]
    public async Task A_form_from_long_ago_is_neither_done_again_nor_told_as_done()
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var form = await ada.FormAsync("/cards/" + card, "RequestId");
        form.Action = $"/cards/{card}?handler=Freeze";
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found, "a second click");

        portal.Advance(TimeSpan.FromMinutes(11));

        var (status, page) = await ada.SendAsync(form);
        status.ShouldBe(HttpStatusCode.Conflict);
        page.ShouldContain("This form was sent before, more than ten minutes ago.");
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
    public async Task A_cardholder_cannot_unfreeze_a_card_that_was_frozen_at_Stripe_however_the_portal_learned_of_it()
    {
        var card = await portal.NewCardAsync();
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        // The event of the freeze would have the card read once more, at a second that nobody here decides.
        portal.Sandbox.Webhooks.Paused = true;
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(HttpStatusCode.Found);
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

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_freeze_that_was_never_sent_does_not_take_over_somebody_elses(int failures)
    {
        var card = await portal.NewCardAsync();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var old = await jenny.ButtonAsync("/cards/" + card, "Freeze");
        (await ada.SendAsync(await ada.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(HttpStatusCode.Found);
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cards/" + card, failures, Method: "GET"));

        ((int)(await jenny.SendAsync(old)).Status).ShouldBeGreaterThanOrEqualTo(400);
        portal.Sandbox.Faults.Clear();
        portal.Advance(LongerThanAnyLease);

        var (refused, page) = await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Unfreeze"));
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldNotContain("Change pending");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
    }

    [SkippableFact]
    public async Task A_lost_freeze_does_not_make_a_freeze_of_the_Dashboard_the_cardholders()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOut, "/v1/issuing/cards/" + card, 1, Method: "POST"));
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await new global::Stripe.Issuing.CardService(portal.Stripe())
            .UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "inactive" });

        await portal.UntilAsync(() =>
        {
            portal.Advance(LongerThanAnyLease);
            return portal.Text($"SELECT COUNT(*) FROM StripeOperations WHERE Subject = '{card}' AND EndedAt IS NULL") == "0";
        });

        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Unfreeze"))).Status
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.AtStripeAsync(card)).Status.ShouldBe("inactive");
    }

    [SkippableFact]
    public async Task An_answer_that_Stripe_gave_before_does_not_hide_what_happened_since()
    {
        var card = await portal.NewCardAsync();
        portal.Advance(TimeSpan.FromSeconds(2));
        var cards = new global::Stripe.Issuing.CardService(portal.Stripe());
        var key = new global::Stripe.RequestOptions { IdempotencyKey = Guid.NewGuid().ToString() };
        var update = new global::Stripe.Issuing.CardUpdateOptions { Status = "inactive" };
        await cards.UpdateAsync(card, update, key);
        portal.Advance(TimeSpan.FromSeconds(2));
        await cards.UpdateAsync(card, new global::Stripe.Issuing.CardUpdateOptions { Status = "active" });
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Active"
            && portal.Text("SELECT COUNT(*) FROM WebhookEvents WHERE State = 'Waiting'") == "0");
        portal.Advance(TimeSpan.FromSeconds(2));

        // Our own operation, sent again with its key, gets the answer of then.
        await using (var scope = portal.Portal.App.Services.CreateAsyncScope())
        {
            var (gateway, updater) = (
                scope.ServiceProvider.GetRequiredService<ICardGateway>(), scope.ServiceProvider.GetRequiredService<ICardReplicaUpdater>());
            var id = CardId.Parse(card);
            scope.ServiceProvider.GetRequiredService<CurrentActor>().RunAs(Ada);
            var answer = await scope.ServiceProvider.GetRequiredService<IStripeOperations>().RunAsync(
                Operation(card, null, "card.freeze"), (_, _) => Task.CompletedTask,
                (_, token) => gateway.SetStatusAsync(
                    id, CardStatus.Inactive, null, AccountId.Parse(DemoSeed.Platform), null, key.IdempotencyKey, token),
                (_, state) => updater.UpsertWithinOperationAsync(state, CancellationToken.None),
                _ => Task.FromResult<StripeState<Card>?>(null), (_, _) => throw new NotSupportedException(), state => state.Id.Value,
                CancellationToken.None);
            answer.IsReplayed.ShouldBeTrue();
        }

        await portal.UntilAsync(() =>
        {
            portal.Advance(TimeSpan.FromSeconds(10));
            return portal.Text($"SELECT Status FROM Cards WHERE Id = '{card}'") == "Active";
        });
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
        // Stripe did answer, so what the other process took for not made was made, and that is what is told.
        (portal.Text($"SELECT Applied FROM StripeOperations WHERE Subject = '{card}'") is "1" or "True").ShouldBeTrue();
    }

    [SkippableFact]
    public async Task No_other_process_takes_an_operation_before_its_lease_is_over()
    {
        var pending = await BeginAsync("ic_leased");

        (await LogAsync(log => log.ClaimAsync(pending.Key, CancellationToken.None))).ShouldBeFalse();
        (await LogAsync(log => log.EndAsync(pending.Key, true, null, CancellationToken.None), owner: "another")).ShouldBeFalse();

        (await LogAsync(log => log.EndAsync(pending.Key, true, null, CancellationToken.None))).ShouldBeTrue();
        (await LogAsync(log => log.EndAsync(pending.Key, true, null, CancellationToken.None))).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task Concurrent_savers_each_win_or_get_a_conflict()
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
        status.ShouldBe(HttpStatusCode.Conflict);
        body.ShouldContain("what it did has been changed since");
        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
    }

    [SkippableTheory]
    [InlineData("Unfreeze", "Freeze")]
    [InlineData("Activate", "")]
    public async Task A_second_click_is_the_same_request_for_every_change_of_status(string handler, string before)
    {
        var card = before.Length > 0 ? await portal.NewCardAsync() : await portal.NewCardAsync(status: "inactive");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        if (before.Length > 0)
            await ada.SendAsync(await ada.ButtonAsync("/cards/" + card, before));
        var form = await ada.ButtonAsync("/cards/" + card, handler);

        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);
        (await ada.SendAsync(form)).Status.ShouldBe(HttpStatusCode.Found);

        (await portal.AtStripeAsync(card)).Status.ShouldBe("active");
    }

    [SkippableFact]
    public async Task A_second_click_cancels_or_replaces_once()
    {
        var card = await portal.NewCardAsync(DemoSeed.Nia);
        using var ada = await portal.SignedInAsync("admin@demo.test");
        var before = portal.CardsAtStripe(DemoSeed.Nia);
        var replace = (await ada.FormAsync($"/cards/{card}/replace", "RequestId")).With("Reason", "lost");

        (await ada.SendAsync(replace)).Status.ShouldBe(HttpStatusCode.Found);
        (await ada.SendAsync(replace)).Status.ShouldBe(HttpStatusCode.Found);
        portal.CardsAtStripe(DemoSeed.Nia).ShouldBe(before + 1);

        var other = await portal.NewCardAsync();
        var cancel = (await ada.FormAsync($"/cards/{other}/cancel", "RequestId"))
            .With("Reason", "stolen").With("Confirmation", portal.Text($"SELECT Last4 FROM Cards WHERE Id = '{other}'"));
        (await ada.SendAsync(cancel)).Status.ShouldBe(HttpStatusCode.Found);
        (await ada.SendAsync(cancel)).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.AtStripeAsync(other)).Status.ShouldBe("canceled");
    }

    [SkippableFact]
    public async Task A_change_that_was_never_sent_is_told_as_not_made_and_leaves_the_card_free()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        portal.Sandbox.Faults.Add(new Fault(FaultKind.TimeOut, "/v1/issuing/cards/" + card, 1, Method: "GET"));

        var (status, body) = await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"));

        status.ShouldBe(HttpStatusCode.GatewayTimeout);
        body.ShouldNotContain("may or may not");
        (await jenny.GetAsync("/cards/" + card)).ShouldNotContain("Change pending");
        (await jenny.SendAsync(await jenny.ButtonAsync("/cards/" + card, "Freeze"))).Status.ShouldBe(HttpStatusCode.Found);
    }

    [SkippableFact]
    public async Task What_Stripe_does_not_let_be_read_does_not_hold_up_the_others()
    {
        var (bad, good) = (await portal.NewCardAsync(), await portal.NewCardAsync());
        portal.Sandbox.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cards/" + bad, Method: "GET"));
        try
        {
            foreach (var card in new[] { bad, good })
                portal.Execute(
                    "INSERT INTO RefreshQueue (ObjectId, AccountId, Token, DueAt) VALUES "
                    + $"('{card}', '{DemoSeed.Platform}', '{Guid.NewGuid().ToString().ToUpperInvariant()}', '2020-01-01 00:00:00')");

            // The worker may be busy when the clock moves, and then it waits for the next time.
            await portal.UntilAsync(() =>
            {
                portal.Advance(TimeSpan.FromSeconds(10));
                return portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{good}'") == "0";
            });
            portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{bad}'").ShouldBe("1");
        }
        finally
        {
            portal.Sandbox.Faults.Clear();
        }

        await portal.UntilAsync(() =>
        {
            portal.Advance(TimeSpan.FromMinutes(1));
            return portal.Text($"SELECT COUNT(*) FROM RefreshQueue WHERE ObjectId = '{bad}'") == "0";
        });
    }

    private static int _requests;

    private Task<StripeState<string>> RunAsync(string card, Func<string, Task> call, Action apply) => InScopeAsync(async services =>
    {
        var state = new StripeState<string>("done", null);
        return await services.GetRequiredService<IStripeOperations>().RunAsync(
            Operation(card, Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture), "card.freeze"),
            (_, _) => Task.CompletedTask,
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
}
