using System.Globalization;
using System.Text.Json.Nodes;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.StripeSandbox.State;
using CleanIssuing.UnitTests.Common;
using CsCheck;

namespace CleanIssuing.UnitTests.SpendControls;

public class SpendingControlsEvaluatorTests
{
    private static readonly Currency Usd = Currency.Usd;
    private static readonly PurchaseKind Bakery = new("bakeries", "US", "present");
    private static readonly PurchaseKind Casino = new("betting_casino_gambling", "US", "present");
    private static readonly PurchaseKind[] Kinds = [Bakery, Casino, new("florists", "FR", "not_present")];

    // A Monday, the first of a month that is not the first of a year.
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Theory]
    [InlineData(LimitInterval.Daily, "2026-06-01", "2026-06-02")]
    [InlineData(LimitInterval.Weekly, "2026-05-31", "2026-06-07")]
    [InlineData(LimitInterval.Monthly, "2026-06-01", "2026-07-01")]
    [InlineData(LimitInterval.Yearly, "2026-01-01", "2027-01-01")]
    public void Periods_run_on_calendar_boundaries_and_weeks_begin_on_Sunday(LimitInterval interval, string start, string end) =>
        LimitPeriod.Of(interval, Day)
            .ShouldBe(
            new LimitPeriod(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_purchase_is_declined_by_the_limit_it_would_go_over_with_what_was_left()
    {
        var limit = new SpendingLimit(TestData.Usd(50_00), LimitInterval.Daily);
        var evaluator = Evaluator(limit);
        evaluator.TryAuthorize(40_00, Day.DayNumber, 0).ShouldBeTrue();

        var decline = evaluator.Decide(TestData.Usd(12_40), Day.DayNumber, 0).ShouldNotBeNull();

        decline.Limit.ShouldBe(limit);
        decline.Remaining.ShouldBe(TestData.Usd(10_00));
        TestWords.Formatter.Why(decline, TestData.Usd(12_40))
            .ShouldBe("the daily limit of $50.00: $10.00 was left that day, and $12.40 was asked for");
    }

    [Fact]
    public void A_limit_on_some_categories_counts_those_alone()
    {
        var evaluator = Evaluator(new SpendingLimit(TestData.Usd(10), LimitInterval.Monthly, ["bakeries"]));

        evaluator.TryAuthorize(1000, Day.DayNumber, 1).ShouldBeTrue();
        evaluator.TryAuthorize(10, Day.DayNumber, 0).ShouldBeTrue();
        evaluator.TryAuthorize(1, Day.DayNumber, 0).ShouldBeFalse();
        evaluator.TryAuthorize(1, Day.AddMonths(1).DayNumber, 0).ShouldBeTrue();
    }

    [Fact]
    public void What_is_declined_does_not_count()
    {
        var evaluator = Evaluator(new SpendingLimit(TestData.Usd(10), LimitInterval.AllTime));

        evaluator.TryAuthorize(11, Day.DayNumber, 0).ShouldBeFalse();
        evaluator.TryAuthorize(10, Day.DayNumber, 0).ShouldBeTrue();
    }

    [Fact]
    public void A_blocked_category_is_named()
    {
        var evaluator = new SpendingControlsEvaluator(SpendingControls.Create(Restriction.Block("betting_casino_gambling")), Usd, Kinds);

        TestWords.Formatter.Why(evaluator.Decide(TestData.Usd(5), Day.DayNumber, 1)!, TestData.Usd(5))
            .ShouldBe("blocked category Gambling, betting and casinos");
        evaluator.Decide(TestData.Usd(5), Day.DayNumber, 0).ShouldBeNull();
    }

    [Fact]
    public void The_use_of_a_limit_is_told_in_words()
    {
        var history = History([(312_40, Day, Bakery), (100_00, Day.AddDays(-1), Bakery)]);

        var usage = LimitUsage.Of([new SpendingLimit(TestData.Usd(500_00), LimitInterval.Monthly)], history, Day, ControlLevel.Card)
            .ShouldHaveSingleItem();

        TestWords.Formatter.Usage(usage, "Jul 1, 00:00 UTC").ShouldBe("$312.40 of $500.00 this month, resets Jul 1, 00:00 UTC");
        usage.Share.ShouldBe(0.6248, 0.0001);
    }

    [Fact]
    public void A_purchase_in_another_currency_is_never_held_against_a_limit() =>
        Should.Throw<InvalidOperationException>(() =>
            Evaluator(new SpendingLimit(TestData.Usd(10), LimitInterval.Daily)).Decide(
                new Money(5, Currency.Parse("eur")), Day.DayNumber, 0));

    [Fact]
    public void The_sandbox_and_the_domain_decide_the_same()
    {
        Scenarios.Sample(
            scenario =>
            {
                var (controls, purchases) = scenario;
                var json = Json(controls);
                var kinds = purchases.Select(p => p.Kind).Distinct().ToList();
                var evaluator = new SpendingControlsEvaluator(controls, Usd, kinds);
                var approved = new List<SpendingRules.Purchase>();
                foreach (var (amount, day, kind) in purchases)
                {
                    var theirs = new SpendingRules.Purchase(
                        amount, new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero), kind.Category, kind.Country,
                        kind.Presence == "present");
                    var refusal = SpendingRules.Refusal(json, theirs, approved);
                    var decline = evaluator.Decide(TestData.Usd(amount), day.DayNumber, kinds.IndexOf(kind));

                    if ((refusal is null) != (decline is null)
                        || (decline?.Limit is { } limit && LimitIntervals.Name(limit.Interval) != refusal))
                        return false;
                    if (evaluator.TryAuthorize(amount, day.DayNumber, kinds.IndexOf(kind)) != decline is null)
                        return false;
                    if (refusal is null)
                        approved.Add(theirs);
                }

                return true;
            },
            iter: 2000);
    }

    [Fact]
    public void The_backtest_says_the_same_on_both_sides_as_deciding_each_purchase_for_itself()
    {
        Scenarios.Sample(
            scenario =>
            {
                var (controls, purchases) = scenario;
                var (from, to) = (Day.AddDays(20), Day.AddDays(60));
                // Merchants capture less than was approved, or a tip more, or nothing; and some were declined in fact.
                var history = History(purchases, amount => amount * (amount % 4) / 2, amount => amount % 5 == 0);
                var backtest = new SpendingControlsBacktest(history, from, to);
                backtest.Run(0, new SpendingControlsEvaluator(controls, Usd, history.Kinds));

                var evaluator = new SpendingControlsEvaluator(controls, Usd, history.Kinds);
                return IsTold(backtest.Result(), history, from, to, i =>
                {
                    var passes = evaluator.Decide(new Money(history.Amounts[i], Usd), history.Days[i], history.KindOf[i]) is null;
                    if (passes)
                        evaluator.Count(history.Spent[i], history.Days[i], history.KindOf[i]);
                    return passes;
                });
            },
            iter: 1000);
    }

    [Fact]
    public void Nobody_judges_a_purchase_whose_category_or_country_is_not_known_but_it_counts()
    {
        var history = new PurchaseHistory(Usd);
        history.NextCard();
        history.Add(TestData.Usd(60), Day, new PurchaseKind("", "US", "present"));
        history.Add(TestData.Usd(50), Day, new PurchaseKind("taxicabs_limousines", "US", "present"));
        var backtest = new SpendingControlsBacktest(history, Day, Day);

        backtest.Run(0, new SpendingControlsEvaluator(
            SpendingControls.Create(limits: [new SpendingLimit(TestData.Usd(100), LimitInterval.Daily, [])]), Usd, history.Kinds));

        var result = backtest.Result();
        (result.Unjudged, result.Purchases, result.Declined.Count).ShouldBe((1, 1, 1));
    }

    [Fact]
    public void A_cardholders_controls_decline_beside_the_cards_and_count_all_of_their_cards()
    {
        Gen.Select(Scenarios, Scenarios).Sample(
            (first, second) =>
            {
                var ((controls, purchases), (shared, _)) = (first, second);
                var (from, to) = (Day.AddDays(20), Day.AddDays(60));
                var history = History(purchases, amount => amount * (amount % 4) / 2, amount => amount % 5 == 0);
                // Two cards are asked about, the third is not.
                SpendingControlsEvaluator?[] cards = [Own(controls), Own(shared), null];
                SpendingControlsEvaluator?[] naive = [Own(controls), Own(shared), null];
                var (sharedEvaluator, naiveShared) = (Own(shared), Own(shared));
                var backtest = new SpendingControlsBacktest(history, from, to);
                backtest.RunShared(0, [.. Enumerable.Range(0, history.Count).Select(i => cards[i % 3])], sharedEvaluator);

                return IsTold(backtest.Result(), history, from, to, i =>
                {
                    var (amount, day, kind) = (new Money(history.Amounts[i], Usd), history.Days[i], history.KindOf[i]);
                    if (naive[i % 3] is not { } own)
                    {
                        if (!history.WasDeclined[i])
                            naiveShared.Count(history.Spent[i], day, kind);
                        return null;
                    }

                    var passes = own.Decide(amount, day, kind) is null && naiveShared.Decide(amount, day, kind) is null;
                    if (passes)
                    {
                        own.Count(history.Spent[i], day, kind);
                        naiveShared.Count(history.Spent[i], day, kind);
                    }

                    return passes;
                });

                SpendingControlsEvaluator Own(SpendingControls some) => new(some, Usd, history.Kinds);
            },
            iter: 1000);
    }

    /// <summary>Whether a backtest tells what deciding one purchase after the other finds.</summary>
    /// <param name="passes">None for a purchase that is not asked about.</param>
    private static bool IsTold(BacktestResult result, PurchaseHistory history, DateOnly from, DateOnly to, Func<int, bool?> passes)
    {
        var (declined, approved, kept, stillDeclined) = (new List<int>(), new List<int>(), new List<int>(), 0);
        for (var i = 0; i < history.Count; i++)
        {
            var decision = passes(i);
            if (decision is null || history.Days[i] < from.DayNumber || history.Days[i] > to.DayNumber)
                continue;
            if (history.WasDeclined[i])
            {
                if (decision == true)
                    approved.Add(i);
                else
                    stillDeclined++;
            }
            else if (decision == true)
            {
                kept.Add(i);
            }
            else
            {
                declined.Add(i);
            }
        }

        long Sum(List<int> places) => places.Sum(i => history.Amounts[i]);
        return result.Declined.SequenceEqual(declined) && result.Approved.SequenceEqual(approved)
            && result.StillDeclined == stillDeclined && result.Purchases == kept.Count + declined.Count
            && result.DeclinedAmount.Minor == Sum(declined) && result.ApprovedAmount.Minor == Sum(approved)
            && result.Effects.Sum(e => e.Count) == declined.Count && result.Days.Sum(d => d.Declined) == declined.Count
            && result.Days.Sum(d => d.NewlyApproved) == approved.Count && result.Days.Sum(d => d.Approved) == kept.Count
            && result.Days.All(d => d.ApprovedAmount.Minor
                == kept.Where(i => history.Days[i] == d.Day.DayNumber).Sum(i => history.Amounts[i]))
            && result.Days.Count == 41;
    }

    private static Gen<(SpendingControls Controls, (long Amount, DateOnly Day, PurchaseKind Kind)[] Purchases)> Scenarios
    {
        get
        {
            string[] categories = ["bakeries", "florists", "betting_casino_gambling", "airlines_air_carriers"];
            var some = Gen.Bool.Array[4].Select(chosen => categories.Where((_, i) => chosen[i]).ToArray());
            var restriction = Gen.Select(Gen.Int[0, 2], some, (mode, codes) => mode switch
            {
                0 => Restriction.None,
                1 => Restriction.Allow(codes),
                _ => Restriction.Block(codes),
            });
            var countries = Gen.Int[0, 3].Select(i => i switch
            {
                0 => Restriction.Allow("US"),
                1 => Restriction.Block("FR"),
                _ => Restriction.None,
            });
            var limit =
                Gen.Select(Gen.Long[0, 3000], Gen.Enum<LimitInterval>(), some,
                (amount, interval, codes) => new SpendingLimit(TestData.Usd(amount), interval, codes));
            var controls = Gen.Select(restriction, countries, limit.Array[0, 6], (r, c, limits) => SpendingControls.Create(
                r, c, limits: limits.Aggregate(new List<SpendingLimit>(), (kept, l) => kept.Exists(l.CountsLike) ? kept : [.. kept, l])));
            var purchase = Gen.Select(
                Gen.Long[1, 1200], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool, Gen.Bool,
                (amount, wait, category, abroad, present) =>
                    (amount, wait, new PurchaseKind(categories[category], abroad ? "FR" : "US", present ? "present" : "not_present")));
            return Gen.Select(controls, purchase.Array[0, 60], (c, list) =>
            {
                var day = Day;
                return (c, list.Select(p => (p.amount, day = day.AddDays(p.wait), p.Item3)).ToArray());
            });
        }
    }

    private static JsonObject Json(SpendingControls controls)
    {
        return new()
        {
            ["allowed_categories"] = Array(controls.Categories.Allowed),
            ["blocked_categories"] = Array(controls.Categories.Blocked),
            ["allowed_merchant_countries"] = Array(controls.Countries.Allowed),
            ["blocked_merchant_countries"] = Array(controls.Countries.Blocked),
            ["spending_limits"] = new JsonArray([.. controls.Limits.Select(l => new JsonObject
            {
                ["amount"] = l.Amount.Minor, ["interval"] = LimitIntervals.Name(l.Interval), ["categories"] = Array(l.Categories),
            })]),
        };

        static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
    }

    /// <param name="captured">What comes of an approved amount; the same, unless told.</param>
    private static PurchaseHistory History(
        (long Amount, DateOnly Day, PurchaseKind Kind)[] purchases, Func<long, long>? captured = null,
        Func<long, bool>? wasDeclined = null)
    {
        var history = new PurchaseHistory(Usd);
        history.NextCard();
        foreach (var (amount, day, kind) in purchases.OrderBy(p => p.Day))
            history.Add(
                TestData.Usd(amount), day, kind, captured is null ? null : TestData.Usd(captured(amount)),
                wasDeclined?.Invoke(amount) ?? false);
        return history;
    }

    private static SpendingControlsEvaluator Evaluator(params SpendingLimit[] limits) =>
        new(SpendingControls.Create(limits: limits), Usd, Kinds);
}
