using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// Simulated transactions (https://docs.stripe.com/api/issuing/transactions/test_mode_refund): refunds, captures that no authorization
/// came before, and refunds of nothing in particular.
/// </summary>
internal static class TestTransactions
{
    private const string Root = "/v1/test_helpers/issuing/transactions";

    private static readonly Dictionary<string, Field> WithoutAuthorization = new(StringComparer.Ordinal)
    {
        ["amount"] = new IntegerField(Required: true, Min: 1),
        ["card"] = new TextField(Required: true),
        ["currency"] = new TextField(MaxLength: 3),
        ["merchant_data"] = Merchants.Field,
        ["purchase_details"] = PurchaseDetails.Field,
    };

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", Root + "/{id}/refund", new(StringComparer.Ordinal) { ["refund_amount"] = new IntegerField(Min: 1) }, Refund),
        new("POST", Root + "/create_force_capture", WithoutAuthorization, call => Create(call, refund: false)),
        new("POST", Root + "/create_unlinked_refund", WithoutAuthorization, call => Create(call, refund: true)),
    ];

    private static JsonObject Refund(ApiCall call)
    {
        var capture = Authorizations.FindTransaction(call);
        if (capture["type"]!.GetValue<string>() != "capture")
            throw StripeApiException.Invalid("Only a capture can be refunded.");
        var captured = -capture["amount"]!.GetValue<long>();
        var amount = call.Number("refund_amount") ?? captured;
        var refunded = call.Store.OfParent(ObjectKind.Transaction, capture["card"]!.GetValue<string>())
            .Where(t => t[ObjectStore.Private]?["refund_of"]?.GetValue<string>() == call.Id).Sum(t => t["amount"]!.GetValue<long>());
        if (amount > captured - refunded)
            throw StripeApiException.Invalid("You cannot refund more than was captured.", parameter: "refund_amount");
        var refund = capture.DeepClone().AsObject();
        refund["id"] = StripeIds.New("ipi_1");
        refund["created"] = call.Now.ToUnixTimeSeconds();
        refund["metadata"] = new JsonObject();
        refund["dispute"] = null;
        refund[ObjectStore.Private] = new JsonObject { ["refund_of"] = call.Id };
        return Add(call, AsRefund(refund, amount));
    }

    private static JsonObject Create(ApiCall call, bool refund)
    {
        var cardId = call.Text("card")!;
        var card = call.Store.Find(ObjectKind.Card, cardId, call.Account)
            ?? throw StripeApiException.Missing("issuing card", cardId, "card", 400);
        TestAuthorizations.CheckCurrency(call, card);
        var amount = call.Number("amount")!.Value;
        var never = Purchases.Authorization(
            StripeIds.New("iauth_1"), card, amount, Merchants.Read(call.Parameters["merchant_data"]), "online", null, call.Now, "closed");
        var transaction = Purchases.Transaction(StripeIds.New("ipi_1"), never, amount, call.Now);
        transaction["authorization"] = null;
        PurchaseDetails.Keep(call, transaction);
        return Add(call, refund ? AsRefund(transaction, amount) : transaction);
    }

    private static JsonObject AsRefund(JsonObject transaction, long amount)
    {
        (transaction["type"], transaction["amount"], transaction["merchant_amount"]) = ("refund", amount, amount);
        return transaction;
    }

    private static JsonObject Add(ApiCall call, JsonObject transaction)
    {
        call.Store.Add(
            ObjectKind.Transaction, call.Account, transaction["id"]!.GetValue<string>(), transaction,
            transaction["card"]!.GetValue<string>());
        Balances.Move(call, transaction["currency"]!.GetValue<string>(), transaction["amount"]!.GetValue<long>());
        call.Tell("issuing_transaction.created", transaction);
        return transaction;
    }
}
