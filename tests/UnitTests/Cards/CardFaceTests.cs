using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using CleanIssuing.UnitTests.Common;
using CleanIssuing.WebUi.Pages.Cards;

namespace CleanIssuing.UnitTests.Cards;

public class CardFaceTests
{
    [Theory]
    [InlineData(CardType.Virtual, null, "Not activated")]
    [InlineData(CardType.Physical, null, "Not activated")]
    [InlineData(CardType.Physical, ShippingStatus.Submitted, "In production")]
    [InlineData(CardType.Physical, ShippingStatus.Shipped, "On its way")]
    [InlineData(CardType.Physical, ShippingStatus.Delivered, "Delivered, not activated")]
    public void An_inactive_card_says_what_it_waits_for(CardType type, ShippingStatus? shipping, string text) =>
        State(TestData.Card(type, CardStatus.Inactive) with { ShippingStatus = shipping }).ShouldBe(text);

    [Theory]
    [InlineData(false, "Frozen by cardholder")]
    [InlineData(true, "Frozen by an admin")]
    public void A_frozen_card_says_so_even_when_it_was_delivered(bool byAdmin, string text)
    {
        var card = TestData.Card(CardType.Physical, CardStatus.Inactive) with { ShippingStatus = ShippingStatus.Delivered };

        State(card, new CardFreeze(card.Id, byAdmin, null, null, TestData.Now)).ShouldBe(text);
    }

    [Theory]
    [InlineData(CancellationReason.Lost, "Canceled: lost")]
    [InlineData(CancellationReason.Stolen, "Canceled: stolen")]
    public void A_canceled_card_says_why(CancellationReason reason, string text) =>
        State(TestData.Card(status: CardStatus.Canceled) with { CancellationReason = reason }).ShouldBe(text);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void What_a_cards_state_means_is_told_on_its_holders_home(bool isFrozen, bool byAdmin)
    {
        foreach (var shipping in Enum.GetValues<ShippingStatus>().Cast<ShippingStatus?>().Append(null))
        {
            foreach (var hasBeenActive in new[] { true, false })
            {
                var card = TestData.Card(status: CardStatus.Inactive) with { ShippingStatus = shipping, HasBeenActive = hasBeenActive };
                var freeze = isFrozen ? new CardFreeze(card.Id, byAdmin, null, null, TestData.Now) : null;
                var face = new CardFace(
                    new CardView(card, TestData.Cardholder(), TestData.Account(), freeze), new DateOnly(2026, 11, 24), IsHolder: true);
                TestWords.Words.Find("pocket." + face.State.Code).ShouldNotBeNull(face.State.Code);
            }
        }
    }

    private static string State(Card card, CardFreeze? freeze = null) =>
        TestWords.Words["card_state." + new CardFace(
            new CardView(card, TestData.Cardholder(), TestData.Account(), freeze), new DateOnly(2026, 11, 24)).State.Code];
}
