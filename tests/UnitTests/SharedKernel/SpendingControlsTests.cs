using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.SharedKernel;

public class SpendingControlsTests
{
    [Fact]
    public void Limits_in_two_currencies_are_refused() =>
        Should.Throw<ArgumentException>(() => SpendingControls.Create(limits:
        [
            new(TestData.Usd(1), LimitInterval.Daily), new(new Money(1, Currency.Parse("eur")), LimitInterval.Monthly),
        ]));

    [Fact]
    public void A_purchase_is_not_held_against_limits_in_another_currency()
    {
        var controls = SpendingControls.Create(Restriction.Block("bakeries"), limits: [new(TestData.Usd(1), LimitInterval.Daily)]);

        controls.In(Currency.Usd).ShouldBe(controls);
        controls.In(Currency.Parse("eur")).ShouldBe(SpendingControls.Create(Restriction.Block("bakeries")));
    }

    [Fact]
    public void Two_limits_that_count_the_same_cannot_be_held() =>
        Should.Throw<ArgumentException>(() => SpendingControls.Create(
            limits: [new SpendingLimit(TestData.Usd(1), LimitInterval.Daily, ["bakeries", "florists"]),
                new SpendingLimit(TestData.Usd(2), LimitInterval.Daily, ["florists", "bakeries"])]));

    [Fact]
    public void A_negative_limit_cannot_be_held() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SpendingLimit(TestData.Usd(-1), LimitInterval.Daily));

    [Fact]
    public void Equality_and_version_do_not_depend_on_the_order_in_which_things_were_named()
    {
        var one =
            SpendingControls.Create(Restriction.Block("bakeries", "florists"),
            limits: [new(TestData.Usd(1), LimitInterval.Daily), new(TestData.Usd(2), LimitInterval.Monthly)]);
        var other =
            SpendingControls.Create(Restriction.Block("florists", "bakeries"),
            limits: [new(TestData.Usd(2), LimitInterval.Monthly), new(TestData.Usd(1), LimitInterval.Daily)]);

        one.ShouldBe(other);
        one.Version.ShouldBe(other.Version);
        one.Version.ShouldNotBe(SpendingControls.None.Version);
    }

    [Fact]
    public void A_part_that_a_change_does_not_name_stays()
    {
        var before = SpendingControls.Create(
            Restriction.Block("bakeries"), Restriction.Allow("US"), limits: [new(TestData.Usd(1), LimitInterval.Daily)]);

        var after = before.With(new SpendingControlsChange { Limits = [] });

        after.Categories.ShouldBe(before.Categories);
        after.Countries.ShouldBe(before.Countries);
        after.Limits.ShouldBeEmpty();
    }

    [Fact]
    public void Stripe_declines_any_purchase_above_ten_thousand_in_the_currency_of_a_region()
    {
        var own = new SpendingLimit(TestData.Usd(10_000_00), LimitInterval.PerAuthorization);
        var lower = SpendingControls.Create(limits: [new(TestData.Usd(5_00), LimitInterval.PerAuthorization)]);
        var higher = SpendingControls.Create(
            limits: [new(TestData.Usd(20_000_00), LimitInterval.PerAuthorization), new(TestData.Usd(7), LimitInterval.Daily)]);

        StripeLimits.Effective(SpendingControls.None, Currency.Usd).Limits.ShouldBe([own]);
        StripeLimits.Effective(SpendingControls.None, Currency.Parse("eur")).Limits.ShouldHaveSingleItem().Amount
            .ShouldBe(new Money(10_000_00, Currency.Parse("eur")));
        StripeLimits.Effective(SpendingControls.None, Currency.Parse("jpy")).Limits.ShouldBeEmpty();
        StripeLimits.Effective(lower, Currency.Usd).ShouldBe(lower);
        StripeLimits.Effective(higher, Currency.Usd).Limits.ShouldBe([own, new SpendingLimit(TestData.Usd(7), LimitInterval.Daily)]);
    }

    [Fact]
    public void Every_category_has_a_name_and_a_group()
    {
        MerchantCategories.All.Count.ShouldBe(295);
        MerchantCategories.All.ShouldAllBe(c => c.Name.Length > 3 && (c.Mcc == null || c.Mcc.Length == 4));
        MerchantCategories.All.Select(c => c.Name).ShouldBeUnique();
        MerchantCategories.All.Select(c => c.Group).Distinct().ShouldBe(Enum.GetValues<MerchantCategoryGroup>(), ignoreOrder: true);
        MerchantCategories.All.Select(c => c.Mcc).OfType<string>().ShouldBeUnique();
    }
}
