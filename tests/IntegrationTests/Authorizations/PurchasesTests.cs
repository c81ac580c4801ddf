using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.StripeSync.Import;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Infrastructure.Persistence;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.WebUi.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stripe.TestHelpers.Issuing;
using static CleanIssuing.IntegrationTests.Common.PageText;

namespace CleanIssuing.IntegrationTests.Authorizations;

public abstract class PurchasesTests(PortalFixture portal)
{
    [SkippableFact]
    public async Task A_cardholder_finds_a_purchase_by_what_they_know_of_it()
    {
        var card = await portal.NewCardAsync();
        var id = await BuyAsync(card, 4321, "Kettle & Crate");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var last4 = portal.Text($"SELECT Last4 FROM Cards WHERE Id = '{card}'");

        foreach (var text in new[] { "kettle", "43.21", last4 })
            (await jenny.GetAsync("/purchases?text=" + text)).ShouldContain("/purchases/" + id, customMessage: text);
        (await jenny.GetAsync("/purchases?text=nothing+like+this")).ShouldContain("No purchases match");
        (await jenny.GetAsync("/purchases/" + id)).ShouldContain("Kettle &amp; Crate");
    }

    [SkippableFact]
    public async Task Nobody_sees_a_purchase_of_another()
    {
        var id = await BuyAsync(await portal.NewCardAsync(), 1500, "Jennys Shop");
        using var omar = await portal.SignedInAsync("omar@demo.test");
        using var lea = await portal.SignedInAsync("lea@demo.test");
        using var nobody = portal.Anyone();

        foreach (var other in new[] { omar, lea })
        {
            await other.GetAsync("/purchases/" + id, HttpStatusCode.NotFound);
            (await other.GetAsync("/purchases?text=jennys+shop")).ShouldNotContain(id);
            (await other.GetAsync("/purchases/export.csv")).ShouldNotContain(id);
            await other.GetAsync("/purchases?before=" + id, HttpStatusCode.BadRequest);
            (await NoteAsync(other, id, "mine now")).ShouldBe(HttpStatusCode.NotFound);
        }

        (await nobody.Http.GetAsync("/purchases/" + id)).StatusCode.ShouldBe(HttpStatusCode.Found);
        await omar.GetAsync("/purchases?account=" + DemoSeed.Platform + "&mine=false", HttpStatusCode.OK);
        (await omar.GetAsync("/purchases?account=" + DemoSeed.Platform)).ShouldNotContain(id);
    }

    [SkippableFact]
    public async Task A_memo_is_its_cardholders_alone_and_is_read_by_admins()
    {
        var id = await BuyAsync(await portal.NewCardAsync(), 900, "Blue Door");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        (await NoteAsync(jenny, id, "Coffee with <the> client")).ShouldBe(HttpStatusCode.Found);
        (await NoteAsync(ada, id, "Overwritten")).ShouldBe(HttpStatusCode.Forbidden);
        (await NoteAsync(jenny, id, new string('x', 501))).ShouldBe(HttpStatusCode.BadRequest);

        (await ada.GetAsync("/purchases/" + id)).ShouldContain("Coffee with &lt;the&gt; client");
        (await jenny.GetAsync("/purchases?text=the+client")).ShouldNotContain(id);
        (await jenny.GetAsync("/purchases?text=coffee+with")).ShouldContain(id);
        (await NoteAsync(jenny, id, " ")).ShouldBe(HttpStatusCode.Found);
        (await ada.GetAsync("/purchases/" + id)).ShouldNotContain("Coffee with");
        portal.Audit(id).Select(l => l.Action + " " + l.Outcome).ShouldContain("purchase.memo Succeeded");
    }

    [SkippableFact]
    public async Task Filters_find_what_was_declined_is_pending_or_came_back()
    {
        var card = await portal.NewCardAsync();
        var declined = await BuyAsync(card, 600_00, "Too Dear");
        var pending = await BuyAsync(card, 10_00, "Still Open");
        var refunded = await BuyAsync(card, 20_00, "Brought Back");
        var purchases = new AuthorizationService(portal.Stripe());
        await purchases.CaptureAsync(refunded);
        var captured = (await new Stripe.Issuing.TransactionService(portal.Stripe()).ListAsync(new() { Card = card })).Data.Single().Id;
        await new TransactionService(portal.Stripe()).RefundAsync(captured, new() { RefundAmount = 5_00 });
        await portal.UntilAsync(() => portal.Text($"SELECT Refunded FROM Authorizations WHERE Id = '{refunded}'") == "500");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        (await FoundAsync(jenny, $"/purchases?card={card}&state=declined")).ShouldBe([declined]);
        (await FoundAsync(jenny, $"/purchases?card={card}&state=pending")).ShouldBe([pending]);
        (await FoundAsync(jenny, $"/purchases?card={card}&state=returned")).ShouldBe([refunded]);
        WebUtility.HtmlDecode(await jenny.GetAsync($"/purchases?card={card}"))
            .ShouldContain("3 purchases \u00b7 $25.00 spent \u00b7 1 declined");
        var csv = await jenny.GetAsync($"/purchases/export.csv?card={card}");
        csv.ShouldContain("\"Brought Back\"");
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        await jenny.GetAsync("/purchases?state=nonsense", HttpStatusCode.BadRequest);
        await jenny.GetAsync("/purchases?from=yesterday", HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task A_page_goes_on_from_a_purchase_that_no_longer_matches()
    {
        var card = await portal.NewCardAsync();
        var earlier = await BuyAsync(card, 10_00, "Earlier");
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        var later = await BuyAsync(card, 11_00, "Later");
        await new AuthorizationService(portal.Stripe()).CaptureAsync(later);
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Authorizations WHERE Id = '{later}'") == "Closed");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        (await FoundAsync(jenny, $"/purchases?card={card}&state=pending&before={later}")).ShouldBe([earlier]);
    }

    [SkippableTheory]
    [InlineData("Größe ÜBER alles", "Größe ÜBER", "größe", "ÜBER")]
    public async Task What_was_noted_and_named_is_found_in_any_alphabet(string memo, params string[] texts)
    {
        var id = await BuyAsync(await portal.NewCardAsync(), 900, "Anywhere");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        (await NoteAsync(jenny, id, memo)).ShouldBe(HttpStatusCode.Found);

        foreach (var text in texts)
            (await jenny.GetAsync("/purchases?text=" + Uri.EscapeDataString(text))).ShouldContain(id, customMessage: text);
    }

    [SkippableTheory]
    [InlineData("12.34", true)]
    [InlineData("$12.34", true)]
    [InlineData("1234", false)]
    [InlineData("12,34", false)]
    [InlineData("123.40", false)]
    public async Task An_amount_is_looked_for_in_the_purchases_own_currency(string text, bool isFound)
    {
        var card = await portal.NewCardAsync();
        var id = await BuyAsync(card, 12_34, "Exactly");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        (await FoundAsync(jenny, $"/purchases?card={card}&text={Uri.EscapeDataString(text)}")).Contains(id).ShouldBe(isFound);
    }

    [SkippableTheory]
    [InlineData("0001-01-01")]
    [InlineData("1969-12-31")]
    public async Task A_day_before_there_were_purchases_is_refused_in_every_zone(string day)
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/purchases?from=" + day);
        request.Headers.Add("Cookie", "cleanissuing.zone=Europe%2FBerlin");

        using var answer = await jenny.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task A_card_is_issued_with_its_controls_name_and_colour_and_a_resent_form_changes_none_of_them()
    {
        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var form = (await ada.FormAsync("/cards/issue?account=" + DemoSeed.Platform, "Cardholder"))
            .With("Cardholder", DemoSeed.Jenny).With("Type", "virtual").With("Name", "Road trip").With("Color", "plum")
            .With("Template", "travel").With("LimitAmount", "120").With("LimitInterval", "weekly");

        var (status, _) = await ada.SendAsync(form);

        status.ShouldBe(HttpStatusCode.Found);
        var card = portal.Text("SELECT CardId FROM CardLabels WHERE Name = 'Road trip'")!;
        var made = await portal.AtStripeAsync(card);
        made.SpendingControls.SpendingLimits.Single().Amount.ShouldBe(120_00);
        made.SpendingControls.SpendingLimits.Single().Interval.ShouldBe("weekly");
        made.SpendingControls.AllowedCategories.ShouldContain("airlines_air_carriers");
        (await jenny.GetAsync("/")).ShouldContain("Road trip");
        using var renamed = await jenny.Http.PostAsync($"/cards/{card}/name", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = jenny.Token,
            ["Name"] = "My trips",
            ["Color"] = "pine",
        }));
        renamed.StatusCode.ShouldBe(HttpStatusCode.Found);
        await ada.SendAsync(form);
        portal.Text($"SELECT Name FROM CardLabels WHERE CardId = '{card}'").ShouldBe("My trips");

        (await ada.SendAsync(form.With("LimitAmount", "much"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ada.SendAsync(form.With("LimitAmount", "5").With("Template", "none-such"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ada.SendAsync(form.With("LimitAmount", "5").With("Color", "neon"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task A_purchase_of_nothing_on_an_overspent_limit_is_previewed_like_any_other()
    {
        var card = await portal.NewCardAsync();
        var purchases = new AuthorizationService(portal.Stripe());
        var bought = await BuyAsync(card, 5_00, "Tipped");
        await purchases.CaptureAsync(bought, new() { CaptureAmount = 70_00 });
        await portal.UntilAsync(() => portal.Text($"SELECT Captured FROM Authorizations WHERE Id = '{bought}'") == "7000");
        await BuyAsync(card, 0, "Checked");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var (status, body) = await ada.SendAsync((await ada.FormAsync($"/cards/{card}/controls", "LimitAmount"))
            .With("LimitAmount", "10").With("LimitInterval", "daily").With("Days", "30").With("action", "preview"));

        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldContain("would have been declined");
    }

    [SkippableFact]
    public async Task A_check_says_which_control_would_decline_and_nothing_is_bought()
    {
        var card = await portal.NewCardAsync();
        await BuyAsync(card, 450_00, "Much");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var address = $"/cards/{card}/check?Category=taxicabs_limousines&Country=US&Where=online&Amount=";

        (await jenny.GetAsync($"/cards/{card}/check")).ShouldNotContain("field-problem");
        (await jenny.GetAsync(address + "40")).ShouldContain("Nothing on this card would decline");
        (await jenny.GetAsync(address + "60")).ShouldContain("It is $10.00 over the daily limit of $500.00.");
        await jenny.GetAsync(address + "nonsense", HttpStatusCode.BadRequest);
        portal.Text($"SELECT COUNT(*) FROM Authorizations WHERE CardId = '{card}'").ShouldBe("1");
    }

    [SkippableFact]
    public async Task Pages_lead_to_older_purchases_and_back()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var first = await jenny.GetAsync("/purchases");

        var second = await jenny.GetAsync(LinkOf(first, "next"));
        var third = await jenny.GetAsync(LinkOf(second, "next"));
        var again = await jenny.GetAsync(LinkOf(third, "prev"));

        IdsOf(first).Intersect(IdsOf(second)).ShouldBeEmpty();
        IdsOf(again).ShouldBe(IdsOf(second));
        first.ShouldNotContain("rel=\"prev\"");
    }

    [SkippableFact]
    public async Task A_purchase_is_kept_whole_and_shown_to_each_as_far_as_it_concerns_them()
    {
        var card = await portal.NewCardAsync();
        var made = await new AuthorizationService(portal.Stripe()).CreateAsync(new()
        {
            Card = card,
            Amount = 2500,
            AuthorizationMethod = "online",
            Wallet = "apple_pay",
            MerchantData = new()
            {
                Category = "taxicabs_limousines",
                Name = "City Cabs",
                City = "Chicago",
                Country = "US",
                NetworkId = "9876543210",
                TerminalId = "T-77",
            },
            VerificationData = new() { CvcCheck = "match", AddressPostalCodeCheck = "mismatch" },
        });
        await ArrivedAsync(made.Id);
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var own = await jenny.GetAsync("/purchases/" + made.Id);
        var admins = await ada.GetAsync("/purchases/" + made.Id);

        foreach (var page in new[] { own, admins })
            page.ShouldContain("Online, Apple Pay");
        foreach (var fact in new[] { "9876543210", "T-77", "(4121)", "Did not match", made.Id })
            admins.ShouldContain(fact);
        foreach (var fact in new[] { "9876543210", "T-77", "Did not match" })
            own.ShouldNotContain(fact);
    }

    [SkippableTheory]
    [InlineData("suspected_fraud")]
    [InlineData("webhook_declined")]
    public async Task What_was_suspected_is_told_to_admins_and_not_to_the_cardholder(string reason)
    {
        var card = await portal.NewCardAsync();
        var id = await BuyAsync(card, 600_00, "Shady Deals");
        portal.Execute($"UPDATE Authorizations SET Reason = '{reason}' WHERE Id = '{id}'");
        portal.Execute(
            $"UPDATE Authorizations SET Details = REPLACE(Details, '\"reason\":\"spending_controls\"', '\"reason\":\"{reason}\"') "
            + $"WHERE Id = '{id}'");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var own = await jenny.GetAsync("/purchases/" + id);

        own.ShouldContain("Declined: to protect the card");
        foreach (var address in new[]
        {
            "/purchases/" + id, "/purchases?text=shady", "/cards/" + card, "/purchases/export.csv?card=" + card,
        })
        {
            var page = await jenny.GetAsync(address);
            page.ShouldNotContain("fraud", Case.Insensitive, address);
            page.ShouldNotContain("real-time rule", Case.Insensitive, address);
            page.ShouldNotContain(reason, Case.Insensitive, address);
        }

        (await ada.GetAsync("/purchases/" + id)).ShouldContain(reason == "suspected_fraud" ? "it looked like fraud" : "a real-time rule");
    }

    [SkippableFact]
    public async Task Purchases_that_were_stored_with_less_are_read_from_Stripe_once_more()
    {
        var finished = "SELECT Step FROM ImportCursors WHERE Step = 'Authorizations' AND EverFinished = TRUE "
            + $"AND AccountId = '{DemoSeed.Platform}'";
        await portal.UntilAsync(() => portal.Text(finished) is not null);
        var id = await BuyAsync(await portal.NewCardAsync(), 1200, "Once Thin");
        portal.Execute($"UPDATE Authorizations SET Details = '', NetworkId = '', CategoryCode = '', City = '' WHERE Id = '{id}'");
        portal.Execute(
            "UPDATE ImportCursors SET After = NULL, Finished = FALSE, EverFinished = FALSE WHERE Step = 'Authorizations' "
            + $"AND AccountId = '{DemoSeed.Platform}'");
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        await portal.Portal.App.Services.SendAsSystemAsync(new ImportFromStripe(), CancellationToken.None);

        portal.Text($"SELECT CategoryCode FROM Authorizations WHERE Id = '{id}'").ShouldNotBeNullOrEmpty();
        using var ada = await portal.SignedInAsync("admin@demo.test");
        (await ada.GetAsync("/purchases/" + id)).ShouldContain("asked for <strong>$12.00</strong>");
    }

    [SkippableFact]
    public async Task The_sums_of_each_day_are_those_of_its_purchases_whatever_becomes_of_them()
    {
        var card = await portal.NewCardAsync();
        var purchases = new AuthorizationService(portal.Stripe());
        using var ada = await portal.SignedInAsync("admin@demo.test");
        await ada.GetAsync("/");
        var (kept, reversed, partly) =
            (await BuyAsync(card, 30_00, "Kept"), await BuyAsync(card, 40_00, "Reversed"), await BuyAsync(card, 50_00, "Partly"));
        await BuyAsync(card, 900_00, "Declined");
        await ada.GetAsync("/");
        await purchases.CaptureAsync(kept, new() { CaptureAmount = 35_00 });
        await purchases.ReverseAsync(reversed);
        await purchases.CaptureAsync(partly, new() { CaptureAmount = 20_00, CloseAuthorization = false });
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Authorizations WHERE Id = '{reversed}'") == "Reversed"
            && portal.Text($"SELECT Captured FROM Authorizations WHERE Id = '{partly}'") == "2000"
            && portal.Text($"SELECT Captured FROM Authorizations WHERE Id = '{kept}'") == "3500");

        var page = await ada.GetAsync("/");

        page.ShouldContain("Overview");
        await ShouldBeTheSumsOfTheRowsAsync();
        await portal.Portal.App.Services.SendAsSystemAsync(new RebuildSpend(), CancellationToken.None);
        await ShouldBeTheSumsOfTheRowsAsync(wholeHistory: true);
        // What whole accounts spent is told from their days where there are too many purchases to count.
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        AccountId[] platform = [AccountId.Parse(DemoSeed.Platform)];
        var byDays = await scope.ServiceProvider.GetRequiredService<ISpendStore>().FindSumAsync(platform, CancellationToken.None);
        var counted = await scope.ServiceProvider.GetRequiredService<IPurchaseSearch>()
            .SumAsync(new PurchaseQuery(platform, null), null, CancellationToken.None);
        counted.IsCut.ShouldBeFalse();
        (byDays!.Purchases, byDays.Declined, byDays.IsCut).ShouldBe((counted.Purchases, counted.Declined, false));
        byDays.Spent.ShouldBe(counted.Spent);
    }

    [SkippableFact]
    public async Task A_cardholder_sees_what_the_month_came_to_by_category_and_card_beside_its_purchases()
    {
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0");
        using var claire = await portal.SignedInAsync("claire@demo.test");
        var home = Plain(await claire.GetAsync("/")).Replace(" ", "");
        var list = Plain(await claire.GetAsync("/purchases"));

        list.ShouldContain("By category");
        list.ShouldContain("By card");
        var spent = Regex.Match(list.Replace(" ", ""), @"Spentin[A-Z][a-z]+(\D{1,2}[\d,.]+)").Groups[1].Value;
        spent.ShouldNotBeEmpty();
        home.ShouldContain(spent);
        // Of what is looked for there is no month.
        Plain(await claire.GetAsync("/purchases?state=declined")).ShouldNotContain("By category");
    }

    [SkippableFact]
    public async Task An_overview_is_for_whoever_sees_accounts_and_of_no_other_account()
    {
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var vera = await portal.SignedInAsync("vera@demo.test");
        using var lea = await portal.SignedInAsync("lea@demo.test");

        (await jenny.GetAsync("/")).ShouldNotContain("Overview");
        (await vera.GetAsync("/")).ShouldContain("Overview");
        (await vera.GetAsync("/")).ShouldNotContain("/cards/issue");
        var leas = await lea.GetAsync("/");
        leas.ShouldContain("Lumi");
        leas.ShouldNotContain("Jenny Rosen");
        await lea.GetAsync("/?account=" + DemoSeed.Platform, HttpStatusCode.NotFound);
    }

    private async Task ShouldBeTheSumsOfTheRowsAsync(bool wholeHistory = false)
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IssuingDbContext>();
        var today = DateOnly.FromDateTime(portal.Time.GetUtcNow().UtcDateTime);
        var from = wholeHistory ? DateOnly.MinValue : new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var platform = AccountId.Parse(DemoSeed.Platform);
        var rows = (await db.Authorizations.Where(a => a.AccountId == platform).ToListAsync()).Where(a => a.Day >= from).ToList();
        var sums = await db.DailySpend.Where(s => s.AccountId == platform && s.Day >= from).ToListAsync();

        foreach (var dimension in Enum.GetValues<SpendDimension>())
        {
            sums.Where(s => s.Dimension == dimension)
                .Select(s => (s.Day, s.Currency.Code, s.Key, s.AmountMinor, s.Purchases, s.Declined))
                .Order()
                .ShouldBe(rows.GroupBy(r => (r.Day, r.Amount.Currency.Code, Key: KeyOf(r, dimension)))
                    .Select(g => (
                        g.Key.Day, g.Key.Code, g.Key.Key, g.Sum(r => r.Approved ? r.Spent.Minor - r.RefundedMinor : 0),
                        g.Count(r => r.Approved), g.Count(r => !r.Approved)))
                    .Order());
        }

        static string KeyOf(Domain.Authorizations.Authorization row, SpendDimension dimension) => dimension switch
        {
            SpendDimension.Category => row.Category,
            SpendDimension.Merchant => row.Merchant,
            SpendDimension.Cardholder => row.CardholderId.Value,
            _ => "",
        };
    }

    [SkippableFact]
    public async Task The_overview_of_a_month_that_is_over_has_all_of_it()
    {
        await portal.UntilAsync(() => portal.Text("SELECT COUNT(*) FROM ImportCursors WHERE NOT EverFinished") == "0");
        using var lea = await portal.SignedInAsync("lea@demo.test");
        var now = portal.Time.GetUtcNow();
        var month = new DateOnly(now.Year, now.Month, 1).AddMonths(-1);

        var purchases = Plain(await lea.GetAsync($"/purchases?from={month:yyyy-MM-dd}&to={month.AddMonths(1).AddDays(-1):yyyy-MM-dd}"));
        var (count, spent) = Regex.Match(purchases, @"([\d,]+) purchases \u00b7 (\S+) spent") is var found && found.Success
            ? (found.Groups[1].Value, found.Groups[2].Value)
            : throw new InvalidOperationException(purchases);
        var overview = Plain(await lea.GetAsync($"/?month={month:yyyy-MM}"));

        overview.ShouldContain($"Spent in {month.ToString("MMMM", CultureInfo.InvariantCulture)}");
        overview.Replace(" ", "").ShouldContain(spent);
        var approved = int.Parse(count, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            - (Regex.Match(purchases, @"([\d,]+) declined") is { Success: true } declined
                ? int.Parse(declined.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
                : 0);
        overview.ShouldContain($"Purchases {approved.ToString("N0", CultureInfo.InvariantCulture)} ");
        // One that has not come yet is this one.
        Plain(await lea.GetAsync("/?month=2199-01")).ShouldContain("This month");
        await lea.GetAsync("/?month=soon", HttpStatusCode.BadRequest);
    }

    [SkippableFact]
    public async Task A_purchases_page_tells_its_story_and_both_amounts()
    {
        var card = await portal.NewCardAsync();
        var made = await new AuthorizationService(portal.Stripe()).CreateAsync(new()
        {
            Card = card,
            Amount = 20_00,
            MerchantAmount = 18_50,
            MerchantCurrency = "eur",
            MerchantData = new() { Name = "Caf\u00e9 Lisboa", Category = "eating_places_restaurants", Country = "PT", City = "Lisboa" },
        });
        await ArrivedAsync(made.Id);
        await new AuthorizationService(portal.Stripe()).CaptureAsync(made.Id, new() { CaptureAmount = 15_00 });
        var captured = (await new Stripe.Issuing.TransactionService(portal.Stripe()).ListAsync(new() { Card = card })).Data.Single().Id;
        await new TransactionService(portal.Stripe()).RefundAsync(captured, new() { RefundAmount = 5_00 });
        await portal.UntilAsync(() => portal.Text($"SELECT Refunded FROM Authorizations WHERE Id = '{made.Id}'") == "500");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        var page = Plain(await jenny.GetAsync("/purchases/" + made.Id));

        page.ShouldContain("Requested $20.00");
        page.ShouldContain("Merchant asked \u20ac18.50");
        page.ShouldContain("asked for $20.00");
        page.ShouldContain("Approved");
        page.ShouldContain("$15.00 captured");
        page.ShouldContain("$5.00 refunded");
        page.ShouldContain("Lisboa, Portugal");
        var open = await BuyAsync(card, 7_00, "Given Up");
        await new AuthorizationService(portal.Stripe()).ReverseAsync(open);
        await portal.UntilAsync(() => portal.Text($"SELECT Status FROM Authorizations WHERE Id = '{open}'") == "Reversed");
        Plain(await jenny.GetAsync("/purchases/" + open)).ShouldContain("reversed", Case.Insensitive);
    }

    [SkippableFact]
    public async Task Purchases_are_filtered_by_day_category_country_and_card()
    {
        var (card, other) = (await portal.NewCardAsync(), await portal.NewCardAsync());
        var id = await BuyAsync(card, 12_34, "Only One");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        var today = portal.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        foreach (var filter in new[] { "card=" + card, "category=eating_places_restaurants", "country=US", "from=" + today, "to=" + today })
            (await FoundAsync(jenny, "/purchases?text=only+one&" + filter)).ShouldBe([id], filter);
        foreach (var filter in new[] { "card=" + other, "category=florists", "country=FR", "from=2199-01-01", "to=2020-01-01" })
            (await FoundAsync(jenny, "/purchases?text=only+one&" + filter)).ShouldBeEmpty(filter);
        (await jenny.GetAsync("/purchases?mine=TRUE&card=" + card)).ShouldContain(id);
    }

    [SkippableFact]
    public async Task A_decline_says_who_set_the_control_and_when()
    {
        var card = await portal.NewCardAsync();
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");
        await LimitAsync("40");
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        // What came after it, and left the limit alone, did not set it.
        await ada.SendAsync(
            (await ada.FormAsync($"/cards/{card}/controls", "LimitAmount")).With("CountriesMode", "block").With("Countries", "FR"), "save");
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        var byAda = await BuyAsync(card, 60_00, "Over Ada's");
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        await new Stripe.Issuing.CardService(portal.Stripe()).UpdateAsync(card, new()
        {
            SpendingControls = new() { SpendingLimits = [new() { Amount = 30_00, Interval = "daily" }] },
        });
        await portal.UntilAsync(() => portal.Text($"SELECT SpendingControls FROM Cards WHERE Id = '{card}'")!.Contains("3000"));
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        var atStripe = await BuyAsync(card, 61_00, "Over Stripe's");
        var never = await portal.NewCardAsync();
        var byDefault = await BuyAsync(never, 700_00, "Over the default");

        foreach (var person in new[] { jenny, ada })
        {
            Plain(await person.GetAsync("/purchases/" + byAda)).ShouldContain("It was set by Ada Platform on ");
            Plain(await person.GetAsync("/purchases/" + atStripe)).ShouldContain("It was set in Stripe on ");
            Plain(await person.GetAsync("/purchases/" + byDefault)).ShouldContain("Who set it is not known here");
        }

        async Task LimitAsync(string amount)
        {
            var form = (await ada.FormAsync($"/cards/{card}/controls", "LimitAmount")).With("LimitAmount", amount);
            (await ada.SendAsync(form, "save")).Status.ShouldBe(HttpStatusCode.Found);
        }
    }

    [SkippableFact]
    public async Task However_many_match_all_of_them_are_counted_when_that_is_asked_for()
    {
        var card = await portal.NewCardAsync();
        foreach (var merchant in new[] { "One", "Two", "Three" })
            await BuyAsync(card, 10_00, "Counted " + merchant);
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var search = scope.ServiceProvider.GetRequiredService<IPurchaseSearch>();
        var query = new PurchaseQuery([AccountId.Parse(DemoSeed.Platform)], null, Card: Domain.SharedKernel.CardId.Parse(card));
        using var ada = await portal.SignedInAsync("admin@demo.test");

        (await search.SumAsync(query, 2, CancellationToken.None)).IsCut.ShouldBeTrue();
        var all = await search.SumAsync(query, null, CancellationToken.None);
        (all.Purchases, all.IsCut).ShouldBe((3, false));
        all.Spent.ShouldBe([new Money(30_00, Currency.Usd)]);
        // Few need not be asked for.
        Plain(await ada.GetAsync($"/purchases?card={card}")).ShouldContain("3 purchases \u00b7 $30.00 spent");
        Plain(await ada.GetAsync($"/purchases?card={card}&count=all")).ShouldContain("3 purchases \u00b7 $30.00 spent");
    }

    [SkippableFact]
    public async Task The_lists_behind_sums_of_days_in_UTC_are_of_the_same_days()
    {
        var card = await portal.NewCardAsync();
        var id = await BuyAsync(card, 12_00, "At Midnight");
        // Ten in the evening of the day before, in Honolulu.
        await using (var scope = portal.Portal.App.Services.CreateAsyncScope())
        {
            var (at, of) = (new DateTimeOffset(2025, 3, 2, 8, 0, 0, TimeSpan.Zero), AuthorizationId.Parse(id));
            await scope.ServiceProvider.GetRequiredService<IssuingDbContext>().Authorizations.Where(a => a.Id == of)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.CreatedAt, at));
        }

        using var ada = await portal.SignedInAsync("admin@demo.test");
        using var plain = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = portal.Origin };

        (await InHonoluluAsync("2025-03-01", "")).ShouldBe([id]);
        (await InHonoluluAsync("2025-03-02", "")).ShouldBeEmpty();
        (await InHonoluluAsync("2025-03-02", "&days=utc")).ShouldBe([id]);
        (await InHonoluluAsync("2025-03-01", "&days=utc")).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> InHonoluluAsync(string day, string more)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/purchases?card={card}&from={day}&to={day}{more}");
            request.Headers.Accept.ParseAdd("text/html");
            request.Headers.Add("Cookie", ada.Cookies + "; cleanissuing.zone=" + Uri.EscapeDataString("Pacific/Honolulu"));
            using var response = await plain.SendAsync(request);
            return IdsOf(await response.Content.ReadAsStringAsync());
        }
    }

    [SkippableFact]
    public async Task An_admin_finds_a_cards_purchases_by_its_last_digits()
    {
        var card = await portal.NewCardAsync();
        var id = await BuyAsync(card, 13_00, "Last Digits");
        var last4 = portal.Text($"SELECT Last4 FROM Cards WHERE Id = '{card}'")!;
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var page = await ada.GetAsync($"/purchases?card={last4}&text=last+digits");
        IdsOf(page).ShouldBe([id]);
        Plain(page).ShouldContain("Card " + last4);
        (await FoundAsync(ada, $"/purchases?card={(last4 == "0000" ? "0001" : "0000")}&text=last+digits")).ShouldBeEmpty();
        var copied = Uri.EscapeDataString("\u2022\u2022\u2022\u2022 " + last4);
        (await FoundAsync(ada, $"/purchases?card={copied}&text=last+digits")).ShouldBe([id]);
        var none = await ada.GetAsync("/purchases?card=12345&text=last+digits");
        none.ShouldContain("No purchases match");
        none.ShouldContain("value=\"12345\"");
    }

    [SkippableFact]
    public async Task Increments_and_what_was_released_stand_in_a_purchases_story_each_decline_with_its_reason()
    {
        var card = await portal.NewCardAsync();
        var test = new AuthorizationService(portal.Stripe());
        var id = await BuyAsync(card, 200_00, "Grand Hotel");
        await test.IncrementAsync(id, new() { IncrementAmount = 50_00 });
        await test.IncrementAsync(id, new() { IncrementAmount = 400_00 });
        await test.ReverseAsync(id, new() { ReverseAmount = 30_00 });
        await portal.UntilAsync(() => portal.Text($"SELECT Amount FROM Authorizations WHERE Id = '{id}'") == "22000");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");

        var page = Plain(await jenny.GetAsync("/purchases/" + id));

        page.ShouldContain("Grand Hotel asked for $200.00 ");
        page.ShouldContain("asked for $50.00 more");
        page.ShouldContain("asked for $400.00 more");
        page.ShouldContain("Declined : By a spend control");
        page.ShouldContain("$30.00 of the hold was released");
    }

    [SkippableFact]
    public async Task Whether_the_cardholder_was_asked_about_fraud_is_told_to_admins_alone()
    {
        var card = await portal.NewCardAsync();
        var id = await BuyAsync(card, 14_00, "Asked About");
        const string Challenge = "\"fraudChallenges\":[{\"channel\":\"sms\",\"status\":\"pending\",\"undeliverableReason\":\"\"}]";
        portal.Execute(
            $"UPDATE Authorizations SET Details = REPLACE(Details, '\"fraudChallenges\":[]', '{Challenge}') WHERE Id = '{id}'");
        portal.Text($"SELECT Details FROM Authorizations WHERE Id = '{id}'")!.ShouldContain("sms");
        using var jenny = await portal.SignedInAsync("jenny@demo.test");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        (await ada.GetAsync("/purchases/" + id)).ShouldContain("#shield");
        (await jenny.GetAsync("/purchases/" + id)).ShouldNotContain("#shield");
    }

    [SkippableFact]
    public async Task The_overview_names_the_cards_closest_to_their_limit()
    {
        var (near, far) = (await portal.NewCardAsync(DemoSeed.Nia), await portal.NewCardAsync(DemoSeed.Nia));
        await BuyAsync(near, 495_00, "Almost All");
        await BuyAsync(far, 1_00, "Hardly Any");
        using var ada = await portal.SignedInAsync("admin@demo.test");

        var page = await ada.GetAsync("/");

        var panel = Regex.Match(page, "Closest to their limit.*?</section>", RegexOptions.Singleline).Value;
        panel.ShouldContain("/cards/" + near);
        var (first, second) = (panel.IndexOf(near, StringComparison.Ordinal), panel.IndexOf(far, StringComparison.Ordinal));
        (second < 0 || first < second).ShouldBeTrue();
        var last = portal.Time.GetUtcNow().AddMonths(-1);
        (await ada.GetAsync($"/?month={last:yyyy-MM}")).ShouldNotContain("Closest to their limit");
    }

    private Task<string> BuyAsync(string card, long amount, string merchant) =>
        portal.BuyAsync(card, amount, merchant, "eating_places_restaurants");

    private Task ArrivedAsync(string id) =>
        portal.UntilAsync(() => portal.Text($"SELECT Id FROM Authorizations WHERE Id = '{id}'") is not null);

    private static async Task<HttpStatusCode> NoteAsync(HttpUser person, string id, string text)
    {
        using var answer = await person.Http.PostAsync($"/purchases/{id}?handler=Memo", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = person.Token, ["Memo"] = text }));
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(HttpUser person, string address) => IdsOf(await person.GetAsync(address));

    private static IReadOnlyList<string> IdsOf(string page) =>
        [.. Regex.Matches(page, "href=\"/purchases/(?<id>iauth_[A-Za-z0-9]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(m => m.Groups["id"].Value)];

    private static string LinkOf(string page, string rel) => WebUtility.HtmlDecode(
        Regex.Match(page, $"rel=\"{rel}\" href=\"(?<to>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["to"].Value);
}
