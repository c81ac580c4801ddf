using CleanIssuing.Domain.CardDetails;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.CardDetails;

public class ElementsOfferTests
{
    private static readonly CardElement[] All = [CardElement.Number, CardElement.Expiry, CardElement.Cvc, CardElement.Pin];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_virtual_card_shows_everything_whatever_the_feature_says(bool feature) =>
        ElementsOffer.For(Build.Card(), Build.Account(), feature).Elements.ShouldBe(All);

    [Fact]
    public void A_physical_card_shows_only_expiry_and_PIN_while_the_feature_is_off()
    {
        var offer = ElementsOffer.For(Build.Card(CardType.Physical), Build.Account(), physicalCardDetails: false);

        offer.Elements.ShouldBe([CardElement.Expiry, CardElement.Pin]);
        offer.NumberIsOnlyOnTheCard.ShouldBeTrue();
        offer.Betas.ShouldBeEmpty();
    }

    [Fact]
    public void A_physical_card_shows_everything_with_the_feature_and_its_beta()
    {
        var offer = ElementsOffer.For(Build.Card(CardType.Physical), Build.Account(), physicalCardDetails: true);

        offer.Elements.ShouldBe(All);
        offer.NumberIsOnlyOnTheCard.ShouldBeFalse();
        offer.Betas.ShouldBe(["issuing_elements_2"]);
    }

    [Theory]
    [InlineData(CardType.Virtual, false)]
    [InlineData(CardType.Physical, false)]
    [InlineData(CardType.Physical, true)]
    public void A_connected_accounts_card_starts_Stripe_js_for_that_account_with_both_betas(CardType type, bool feature)
    {
        var offer = ElementsOffer.For(Build.Card(type), Build.Account(AccountKind.Connected), feature);

        offer.StripeAccount.ShouldBe(Build.AccountId);
        offer.Betas.ShouldBe(["issuing_add_to_wallet_button_element_1", "issuing_elements_2"]);
    }

    [Fact]
    public void The_platforms_own_card_names_no_account() =>
        ElementsOffer.For(Build.Card(), Build.Account(), false).StripeAccount.ShouldBeNull();

    [Theory]
    [InlineData(CardType.Virtual)]
    [InlineData(CardType.Physical)]
    public void A_canceled_card_shows_nothing(CardType type)
    {
        var offer = ElementsOffer.For(Build.Card(type, CardStatus.Canceled), Build.Account(), physicalCardDetails: true);

        offer.IsEmpty.ShouldBeTrue();
        offer.Wallet.ShouldBeFalse();
        offer.NumberIsOnlyOnTheCard.ShouldBeFalse();
    }

    [Fact]
    public void An_inactive_card_shows_its_details_but_goes_into_no_wallet()
    {
        var offer = ElementsOffer.For(Build.Card(status: CardStatus.Inactive), Build.Account(), false);

        offer.Elements.ShouldBe(All);
        offer.Wallet.ShouldBeFalse();
    }

    [Fact]
    public void An_active_card_may_go_into_a_wallet() => ElementsOffer.For(Build.Card(), Build.Account(), false).Wallet.ShouldBeTrue();
}
