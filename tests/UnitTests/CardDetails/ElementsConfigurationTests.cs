using CleanIssuing.Domain.Accounts;
using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.CardDetails;

public class ElementsConfigurationTests
{
    private static readonly CardElement[] All = [CardElement.Number, CardElement.Expiry, CardElement.Cvc, CardElement.Pin];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_virtual_card_shows_everything_whatever_the_feature_says(bool feature) =>
        ElementsConfiguration.For(TestData.Card(), TestData.Account(), feature, pin: true).Elements.ShouldBe(All);

    [Fact]
    public void A_physical_card_shows_only_expiry_and_PIN_while_the_feature_is_off()
    {
        var configuration =
            ElementsConfiguration.For(TestData.Card(CardType.Physical), TestData.Account(), physicalCardDetails: false, pin: true);

        configuration.Elements.ShouldBe([CardElement.Expiry, CardElement.Pin]);
        configuration.NumberIsOnlyOnTheCard.ShouldBeTrue();
        configuration.Betas.ShouldBe(["issuing_add_to_wallet_button_element_1"]);
    }

    [Fact]
    public void A_physical_card_shows_everything_with_the_feature_and_its_beta()
    {
        var configuration =
            ElementsConfiguration.For(TestData.Card(CardType.Physical), TestData.Account(), physicalCardDetails: true, pin: true);

        configuration.Elements.ShouldBe(All);
        configuration.NumberIsOnlyOnTheCard.ShouldBeFalse();
        configuration.Betas.ShouldBe(["issuing_add_to_wallet_button_element_1", "issuing_elements_2"]);
    }

    [Theory]
    [InlineData(CardType.Virtual, false)]
    [InlineData(CardType.Physical, false)]
    [InlineData(CardType.Physical, true)]
    public void A_connected_accounts_card_starts_Stripe_js_for_that_account_with_both_betas(CardType type, bool feature)
    {
        var configuration = ElementsConfiguration.For(TestData.Card(type), TestData.Account(AccountKind.Connected), feature, pin: true);

        configuration.StripeAccount.ShouldBe(TestData.AccountId);
        configuration.Betas.ShouldBe(["issuing_add_to_wallet_button_element_1", "issuing_elements_2"]);
    }

    [Fact]
    public void The_platforms_own_card_names_no_account() =>
        ElementsConfiguration.For(TestData.Card(), TestData.Account(), false, pin: true).StripeAccount.ShouldBeNull();

    [Theory]
    [InlineData(CardType.Virtual)]
    [InlineData(CardType.Physical)]
    public void A_canceled_card_shows_nothing(CardType type)
    {
        var configuration =
            ElementsConfiguration.For(TestData.Card(type, CardStatus.Canceled), TestData.Account(), physicalCardDetails: true, pin: true);

        configuration.IsEmpty.ShouldBeTrue();
        configuration.Wallet.ShouldBeFalse();
        configuration.NumberIsOnlyOnTheCard.ShouldBeFalse();
    }

    [Fact]
    public void An_inactive_card_shows_its_details_but_goes_into_no_wallet()
    {
        var configuration = ElementsConfiguration.For(TestData.Card(status: CardStatus.Inactive), TestData.Account(), false, pin: true);

        configuration.Elements.ShouldBe(All);
        configuration.Wallet.ShouldBeFalse();
        configuration.Betas.ShouldBeEmpty();
    }

    [Fact]
    public void An_active_card_may_go_into_a_wallet() =>
        ElementsConfiguration.For(TestData.Card(), TestData.Account(), false, pin: true).Wallet.ShouldBeTrue();

    [Theory]
    [InlineData(CardType.Virtual)]
    [InlineData(CardType.Physical)]
    public void Without_a_second_factor_there_is_no_PIN(CardType type)
    {
        var configuration = ElementsConfiguration.For(TestData.Card(type), TestData.Account(), physicalCardDetails: false, pin: false);

        configuration.Elements.ShouldNotContain(CardElement.Pin);
        configuration.Elements.ShouldContain(CardElement.Expiry);
        configuration.HidesPin.ShouldBeTrue();
    }
}
