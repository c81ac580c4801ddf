using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>Simulated shipping of a physical card (https://docs.stripe.com/api/issuing/cards/test_mode_ship).</summary>
internal static class TestShipping
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        Step("ship", "shipped"), Step("deliver", "delivered"), Step("return", "returned"), Step("fail", "failure"),
        Step("submit", "submitted"),
    ];

    private static ApiEndpoint Step(string step, string status) => new(
        "POST", "/v1/test_helpers/issuing/cards/{id}/shipping/" + step, [], call =>
        {
            var before = Cards.Find(call);
            if (before["shipping"] is not JsonObject)
                throw StripeApiException.Invalid("The card is not shipped: it is virtual.");
            var card = Cards.Shown(call, call.Store.Update(ObjectKind.Card, call.Id, o => o["shipping"]!["status"] = status)!);
            call.Tell("issuing_card.updated", card, before);
            return card;
        });
}
