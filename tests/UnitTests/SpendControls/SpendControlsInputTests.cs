using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.SpendControls;

public class SpendControlsInputTests
{
    [Fact]
    public void Built_in_templates_name_categories_that_exist() =>
        BuiltInTemplate.All.SelectMany(t => t.Controls.Categories.Codes).ShouldAllBe(code => MerchantCategories.IsKnown(code));

    [Theory]
    [MemberData(nameof(BadInput))]
    public void Bad_input_is_told_beside_its_field(SpendControlsInput input, string field, InvalidReason problem) =>
        new SpendControlsInputValidator()
            .Validate(input).Errors.ShouldContain(e => e.PropertyName == field && e.ErrorCode == problem.ToCode());

    public static TheoryData<SpendControlsInput, string, InvalidReason> BadInput => new()
    {
        { new() { AllowedCategories = ["bakeries"], BlockedCategories = ["florists"] }, "AllowedCategories",
            InvalidReason.AllowedAndBlockedCategories },
        { new() { AllowedMerchantCountries = ["US"], BlockedMerchantCountries = ["FR"] }, "AllowedMerchantCountries",
            InvalidReason.AllowedAndBlockedCountries },
        { new() { AllowedCardPresences = ["present"], BlockedCardPresences = ["not_present"] }, "AllowedCardPresences",
            InvalidReason.AllowedAndBlockedPresences },
        { new() { BlockedCategories = ["time_machines"] }, "BlockedCategories[0]", InvalidReason.CategoryUnknown },
        { new() { AllowedMerchantCountries = ["ZZ"] }, "AllowedMerchantCountries[0]", InvalidReason.CountryUnknown },
        { new() { AllowedCardPresences = ["perhaps"] }, "AllowedCardPresences[0]", InvalidReason.PresenceUnknown },
        { Limits(new SpendingLimitInput(-1, "daily", [])), "SpendingLimits[0].Amount", InvalidReason.AmountNegative },
        { Limits(new SpendingLimitInput(long.MaxValue, "daily", [])), "SpendingLimits[0].Amount", InvalidReason.AmountTooLarge },
        { Limits(new SpendingLimitInput(1, "hourly", [])), "SpendingLimits[0].Interval", InvalidReason.Interval },
        { Limits(new SpendingLimitInput(1, "daily", ["time_machines"])), "SpendingLimits[0].Categories[0]", InvalidReason.CategoryUnknown },
        { Limits(new SpendingLimitInput(1, "daily", ["bakeries"]), new SpendingLimitInput(2, "daily", ["bakeries"])),
            "SpendingLimits[1].Interval", InvalidReason.LimitTwice },
        { Limits([.. Enumerable.Range(0, 1000).Select(i => new SpendingLimitInput(i, "daily", [MerchantCategories.All[i % 295].Code]))]),
            "SpendingLimits", InvalidReason.TooManyLimits },
    };

    private static SpendControlsInput Limits(params SpendingLimitInput[] limits) => new() { SpendingLimits = limits };

    [Fact]
    public void Zero_is_an_amount_and_declines_everything()
    {
        new SpendControlsInputValidator().Validate(Limits(new SpendingLimitInput(0, "daily", []))).IsValid.ShouldBeTrue();
        var evaluator =
            new SpendingControlsEvaluator(SpendingControls.Create(limits: [new(TestData.Usd(0), LimitInterval.Daily)]), Currency.Usd,
            [new("bakeries", "US", "present")]);

        evaluator.TryAuthorize(1, 800_000, 0).ShouldBeFalse();
    }
}
