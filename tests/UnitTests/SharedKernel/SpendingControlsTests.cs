using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.UnitTests.SpendControls;

public class SpendingControlsTests
{
    [Fact]
    public void Two_limits_that_count_the_same_cannot_be_held() =>
        Should.Throw<ArgumentException>(() => SpendingControls.Create(
            limits: [new SpendingLimit(1, LimitInterval.Daily, ["bakeries", "florists"]), new SpendingLimit(2, LimitInterval.Daily, ["florists", "bakeries"])]));

    [Fact]
    public void A_negative_limit_cannot_be_held() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SpendingLimit(-1, LimitInterval.Daily));

    [Fact]
    public void Equality_and_version_do_not_depend_on_the_order_in_which_things_were_named()
    {
        var one = SpendingControls.Create(Restriction.Block("bakeries", "florists"), limits: [new(1, LimitInterval.Daily), new(2, LimitInterval.Monthly)]);
        var other = SpendingControls.Create(Restriction.Block("florists", "bakeries"), limits: [new(2, LimitInterval.Monthly), new(1, LimitInterval.Daily)]);

        one.ShouldBe(other);
        one.Version.ShouldBe(other.Version);
        one.Version.ShouldNotBe(SpendingControls.None.Version);
    }

    [Fact]
    public void A_part_that_a_change_does_not_name_stays()
    {
        var before = SpendingControls.Create(Restriction.Block("bakeries"), Restriction.Allow("US"), limits: [new(1, LimitInterval.Daily)]);

        var after = before.With(new SpendingControlsChange { Limits = [] });

        after.Categories.ShouldBe(before.Categories);
        after.Countries.ShouldBe(before.Countries);
        after.Limits.ShouldBeEmpty();
    }

    [Fact]
    public void Differences_are_told_in_words()
    {
        var before = SpendingControls.Create(limits: [new(500_00, LimitInterval.Monthly), new(10_00, LimitInterval.Daily, ["bakeries"])]);
        var after = SpendingControls.Create(
            Restriction.Block("betting_casino_gambling"), Restriction.Allow("US", "FR"), limits: [new(300_00, LimitInterval.Monthly)]);

        ControlWords.Differences(before, after, "usd").ShouldBe(
        [
            "Gambling, betting and casinos blocked",
            "only these merchant countries allowed: France and United States",
            "monthly limit 500.00 → 300.00 USD",
            "daily limit of 10.00 USD for Bakeries removed",
        ]);
        ControlWords.Differences(after, after, "usd").ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_limit_of_its_own_a_card_in_dollars_has_Stripes_default()
    {
        StripeDefaultLimit.EffectiveLimits(SpendingControls.None, "usd").ShouldBe([new SpendingLimit(500_00, LimitInterval.Daily)]);
        StripeDefaultLimit.EffectiveLimits(SpendingControls.None, "eur").ShouldBeEmpty();
    }

    [Fact]
    public void Every_category_has_a_name_and_a_group()
    {
        MerchantCategories.All.Count.ShouldBe(295);
        MerchantCategories.All.ShouldAllBe(c => c.Name.Length > 3 && c.Group.Length > 3 && (c.Mcc == null || c.Mcc.Length == 4));
        MerchantCategories.All.Select(c => c.Name).ShouldBeUnique();
        MerchantCategories.All.Select(c => c.Mcc).OfType<string>().ShouldBeUnique();
    }

    [Fact]
    public void Ready_templates_name_categories_that_exist() =>
        ReadyTemplate.All.SelectMany(t => t.Controls.Categories.Codes).ShouldAllBe(code => MerchantCategories.IsKnown(code));

    [Theory]
    [MemberData(nameof(BadInput))]
    public void Bad_input_is_told_beside_its_field(SpendControlsInput input, string field, string problem) =>
        new SpendControlsInputValidator().Validate(input).Errors.ShouldContain(e => e.PropertyName == field && e.ErrorMessage.Contains(problem));

    public static TheoryData<SpendControlsInput, string, string> BadInput => new()
    {
        { new() { AllowedCategories = ["bakeries"], BlockedCategories = ["florists"] }, "AllowedCategories", "Either allow" },
        { new() { AllowedMerchantCountries = ["US"], BlockedMerchantCountries = ["FR"] }, "AllowedMerchantCountries", "Either allow" },
        { new() { AllowedCardPresences = ["present"], BlockedCardPresences = ["not_present"] }, "AllowedCardPresences", "Either allow" },
        { new() { BlockedCategories = ["time_machines"] }, "BlockedCategories[0]", "no category 'time_machines'" },
        { new() { AllowedMerchantCountries = ["ZZ"] }, "AllowedMerchantCountries[0]", "no country 'ZZ'" },
        { new() { AllowedCardPresences = ["perhaps"] }, "AllowedCardPresences[0]", "present or not_present" },
        { Limits(new SpendingLimitInput(-1, "daily", [])), "SpendingLimits[0].Amount", "negative" },
        { Limits(new SpendingLimitInput(long.MaxValue, "daily", [])), "SpendingLimits[0].Amount", "larger" },
        { Limits(new SpendingLimitInput(1, "hourly", [])), "SpendingLimits[0].Interval", "from the list" },
        { Limits(new SpendingLimitInput(1, "daily", ["time_machines"])), "SpendingLimits[0].Categories[0]", "no category" },
        { Limits(new SpendingLimitInput(1, "daily", ["bakeries"]), new SpendingLimitInput(2, "daily", ["bakeries"])), "SpendingLimits[1].Interval", "counts the same" },
        { Limits([.. Enumerable.Range(0, 1000).Select(i => new SpendingLimitInput(i, "daily", [MerchantCategories.All[i % 295].Code]))]), "SpendingLimits", "1000 limits" },
    };

    private static SpendControlsInput Limits(params SpendingLimitInput[] limits) => new() { SpendingLimits = limits };

    [Fact]
    public void Zero_is_an_amount_and_declines_everything()
    {
        new SpendControlsInputValidator().Validate(Limits(new SpendingLimitInput(0, "daily", []))).IsValid.ShouldBeTrue();
        var ledger = new ControlLedger(SpendingControls.Create(limits: [new(0, LimitInterval.Daily)]), [new("bakeries", "US", "present")]);

        ledger.TryCount(1, 800_000, 0).ShouldBeFalse();
    }
}
