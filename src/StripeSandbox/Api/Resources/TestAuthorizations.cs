using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>Simulated purchases (https://docs.stripe.com/api/issuing/authorizations/test_mode_create).</summary>
internal static class TestAuthorizations
{
    private const string Root = "/v1/test_helpers/issuing/authorizations";

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", Root, new(StringComparer.Ordinal)
        {
            ["amount"] = new IntegerField(Required: true),
            ["amount_details"] = new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["atm_fee"] = new IntegerField(),
                ["cashback_amount"] = new IntegerField(),
            }),
            ["authorization_method"] = new ChoiceField(false, "chip", "contactless", "keyed_in", "online", "swipe"),
            ["card"] = new TextField(Required: true),
            ["currency"] = new TextField(MaxLength: 3),
            ["fleet"] = PurchaseDetails.Fleet,
            ["fraud_disputability_likelihood"] = new ChoiceField(false, "neutral", "unknown", "very_likely", "very_unlikely"),
            ["fuel"] = PurchaseDetails.Fuel,
            ["is_amount_controllable"] = new BooleanField(),
            ["merchant_amount"] = new IntegerField(),
            ["merchant_currency"] = new TextField(MaxLength: 3),
            ["merchant_data"] = Merchants.Field,
            ["network_data"] = new ObjectField(false, new(StringComparer.Ordinal) { ["acquiring_institution_id"] = new TextField() }),
            ["risk_assessment"] = new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["card_testing_risk"] = new ObjectField(false, new(StringComparer.Ordinal)
                {
                    ["invalid_account_number_decline_rate_past_hour"] = new IntegerField(),
                    ["invalid_credentials_decline_rate_past_hour"] = new IntegerField(),
                    ["level"] = Level,
                }),
                ["fraud_risk"] = new ObjectField(false, new(StringComparer.Ordinal)
                {
                    ["level"] = Level,
                    ["score"] = new DecimalField(),
                }),
                ["merchant_dispute_risk"] = new ObjectField(false, new(StringComparer.Ordinal)
                {
                    ["dispute_rate"] = new IntegerField(),
                    ["level"] = Level,
                }),
            }),
            ["verification_data"] = new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["address_line1_check"] = Check,
                ["address_postal_code_check"] = Check,
                ["authentication_exemption"] = new ObjectField(false, new(StringComparer.Ordinal)
                {
                    ["claimed_by"] = new ChoiceField(true, "acquirer", "issuer"),
                    ["type"] = new ChoiceField(true, "low_value_transaction", "transaction_risk_analysis", "unknown"),
                }),
                ["cvc_check"] = Check,
                ["expiry_check"] = Check,
                ["three_d_secure"] = new ObjectField(false, new(StringComparer.Ordinal)
                {
                    ["result"] = new ChoiceField(true, "attempt_acknowledged", "authenticated", "failed", "required"),
                }),
            }),
            ["wallet"] = new ChoiceField(false, "apple_pay", "google_pay", "samsung_pay"),
        }, Create),
        new("POST", Root + "/{id}/capture", new(StringComparer.Ordinal)
        {
            ["capture_amount"] = new IntegerField(Min: 1),
            ["close_authorization"] = new BooleanField(),
            ["purchase_details"] = PurchaseDetails.Field,
        }, Capture),
        new("POST", Root + "/{id}/increment", new(StringComparer.Ordinal)
        {
            ["increment_amount"] = new IntegerField(Required: true, Min: 1),
            ["is_amount_controllable"] = new BooleanField(),
        }, Increment),
        new("POST", Root + "/{id}/finalize_amount", new(StringComparer.Ordinal)
        {
            ["final_amount"] = new IntegerField(Required: true),
            ["fleet"] = PurchaseDetails.Fleet,
            ["fuel"] = PurchaseDetails.Fuel,
        }, FinalizeAmount),
        new("POST", Root + "/{id}/fraud_challenges/respond", new(StringComparer.Ordinal)
        {
            ["confirmed"] = new BooleanField(Required: true),
        }, Respond),
        new("POST", Root + "/{id}/expire", [], call => End(call, "expired")),
        new("POST", Root + "/{id}/reverse", new(StringComparer.Ordinal) { ["reverse_amount"] = new IntegerField(Min: 1) }, Reverse),
    ];

    private static ChoiceField Level => new(true, "elevated", "highest", "low", "normal", "not_assessed", "unknown");

    private static ChoiceField Check => new(false, "match", "mismatch", "not_provided");

    private static JsonObject Create(ApiCall call)
    {
        var cardId = call.Text("card")!;
        var card = call.Store.Find(ObjectKind.Card, cardId, call.Account)
            ?? throw StripeApiException.Missing("issuing card", cardId, "card", 400);
        CheckCurrency(call, card);

        var merchant = Merchants.Read(call.Parameters["merchant_data"]);
        var method = call.Text("authorization_method") ?? "online";
        var amount = call.Number("amount")!.Value;

        var isRisky = call.Parameters["risk_assessment"]?["fraud_risk"]?["level"]?.GetValue<string>() == "highest";
        var isVerified = isRisky && FraudChallenges.IsVerified(call, cardId, merchant);
        var refusal = Refusal(call, card, new(amount, call.Now, merchant.Category, merchant.Country, IsPresent(method)))
            ?? (isRisky && !isVerified ? "suspected_fraud" : null);
        var authorization = Purchases.Authorization(
            StripeIds.New("iauth_1"), card, amount, merchant, method, refusal, call.Now, refusal is null ? "pending" : "closed");
        Describe(call, authorization);
        if (isVerified)
            authorization["verified_by_fraud_challenge"] = true;
        if (refusal == "suspected_fraud")
            authorization["fraud_challenges"] = new JsonArray(FraudChallenges.Sent(call, card));
        if (call.Text("wallet") is { } wallet)
            (authorization["wallet"], authorization["token"]) = (wallet, Tokens.Of(call, card, wallet)["id"]!.DeepClone());
        call.Store.Add(ObjectKind.Authorization, call.Account, authorization["id"]!.GetValue<string>(), authorization, cardId);
        Balances.Follow(call, null, authorization);
        var shown = WithEvent(call, "issuing_authorization.created", authorization);
        CancelAfterLastPayment(call, card);
        return shown;
    }

    /// <summary>
    /// Cancels a card that has been paid with as often as it may be
    /// (https://docs.stripe.com/api/issuing/cards/object#issuing_card_object-lifecycle_controls).
    /// </summary>
    private static void CancelAfterLastPayment(ApiCall call, JsonObject card)
    {
        if (card["lifecycle_controls"]?["cancel_after"]?["payment_count"]?.GetValue<long>() is not { } most
            || card["status"]!.GetValue<string>() == "canceled" || ApprovedOf(call.Store, card).Count(p => p.Amount > 0) < most)
            return;
        Cards.Cancel(call, call.Store.Find(ObjectKind.Card, card["id"]!.GetValue<string>())!);
    }

    /// <summary>What was sent of the purchase beside amount and merchant.</summary>
    private static void Describe(ApiCall call, JsonObject authorization)
    {
        DescribeFuel(call, authorization);
        Lay("verification_data", authorization["verification_data"]!);
        foreach (var shown in new[] { authorization, authorization["request_history"]![0]! })
        {
            Lay("amount_details", shown["amount_details"]!);
            foreach (var name in new[] { "merchant_amount", "merchant_currency" })
                shown[name] = (call.Parameters[name] ?? shown[name])!.DeepClone();
        }

        if (call.Parameters["network_data"] is { } network)
            authorization["network_data"] = new JsonObject
            {
                ["acquiring_institution_id"] = network["acquiring_institution_id"]?.DeepClone(),
                ["system_trace_audit_number"] = null,
                ["transaction_id"] = null,
            };

        void Lay(string name, JsonNode over)
        {
            foreach (var (key, value) in call.Parameters[name] as JsonObject ?? [])
                over[key] = value?.DeepClone();
        }
    }

    private static void DescribeFuel(ApiCall call, JsonObject authorization)
    {
        foreach (var (name, field) in new[] { ("fleet", PurchaseDetails.Fleet), ("fuel", PurchaseDetails.Fuel) })
        {
            if (call.Parameters[name] is { } sent)
                authorization[name] = PurchaseDetails.OfAuthorization(field, sent);
        }
    }

    private static JsonObject Respond(ApiCall call)
    {
        var authorization = Authorizations.Find(call);
        if (!FraudChallenges.IsPending(authorization))
            throw StripeApiException.Invalid("The authorization has no pending fraud challenge.");
        var confirmed = call.Parameters["confirmed"]!.GetValue<bool>();
        return Change(call, a => a["fraud_challenges"]!.AsArray()[^1]!["status"] = confirmed ? "verified" : "rejected");
    }

    private static JsonObject Capture(ApiCall call)
    {
        var before = Open(call);
        var amount = call.Number("capture_amount") ?? before["amount"]!.GetValue<long>();
        var transaction = Purchases.Transaction(StripeIds.New("ipi_1"), before, amount, call.Now);
        PurchaseDetails.Keep(call, transaction);
        call.Store.Add(
            ObjectKind.Transaction, call.Account, transaction["id"]!.GetValue<string>(), transaction, before["card"]!.GetValue<string>());
        call.Tell("issuing_transaction.created", transaction);
        return Change(call, authorization =>
        {
            // As long as it is open, the rest may be captured too.
            var own = authorization[ObjectStore.Private] as JsonObject ?? [];
            own["held"] ??= before["amount"]!.DeepClone();
            authorization[ObjectStore.Private] ??= own;
            authorization["amount"] = amount;
            authorization["transactions"]!.AsArray().Add(transaction.DeepClone());
            if (call.Parameters["close_authorization"]?.GetValue<bool>() != false)
                authorization["status"] = "closed";
        });
    }

    /// <summary>A purchase whose amount is known only afterwards, such as fuel.</summary>
    private static JsonObject FinalizeAmount(ApiCall call)
    {
        Open(call);
        return Change(call, authorization =>
        {
            authorization["amount"] = call.Number("final_amount")!.Value;
            DescribeFuel(call, authorization);
        });
    }

    public static void CheckCurrency(ApiCall call, JsonObject card)
    {
        if (call.Text("currency") is { } currency && currency != card["currency"]!.GetValue<string>())
            throw StripeApiException.Invalid("The currency must be the card's.", parameter: "currency");
    }

    private static JsonObject Increment(ApiCall call)
    {
        var before = Open(call);
        var more = call.Number("increment_amount")!.Value;
        var card = call.Store.Find(ObjectKind.Card, before["card"]!.GetValue<string>())!;
        var refusal = Refusal(call, card, Read(before) with { Amount = more, At = call.Now });
        return Change(call, authorization =>
        {
            authorization["request_history"]!.AsArray().Add(Purchases.Request(card, more, refusal, call.Now));
            if (refusal is null)
                authorization["amount"] = authorization["amount"]!.GetValue<long>() + more;
        });
    }

    private static JsonObject Reverse(ApiCall call)
    {
        var held = Open(call)["amount"]!.GetValue<long>();
        var back = call.Number("reverse_amount") ?? held;
        if (back > held)
            throw StripeApiException.Invalid("You cannot reverse more than is held.", parameter: "reverse_amount");
        return back == held ? End(call, "reversed") : Change(call, authorization => authorization["amount"] = held - back);
    }

    private static JsonObject End(ApiCall call, string status)
    {
        Open(call);
        return Change(call, authorization =>
        {
            authorization["amount"] = 0;
            authorization["status"] = status;
        });
    }

    private static JsonObject Open(ApiCall call)
    {
        var authorization = Authorizations.Find(call);
        return authorization["status"]!.GetValue<string>() == "pending"
            ? authorization
            : throw StripeApiException.Invalid("The authorization is no longer pending.");
    }

    private static JsonObject Change(ApiCall call, Action<JsonObject> change) =>
        Authorizations.Change(call, change);

    private static JsonObject WithEvent(ApiCall call, string type, JsonObject authorization)
    {
        var shown = Authorizations.Shown(call, authorization);
        call.Tell(type, shown);
        return shown;
    }

    /// <summary>Why Stripe itself would decline; none when it approves.</summary>
    private static string? Refusal(ApiCall call, JsonObject card, SpendingRules.Purchase purchase)
    {
        var cardholder = call.Store.Find(ObjectKind.Cardholder, card["cardholder"]!.GetValue<string>())!;
        var end = new DateTimeOffset(card["exp_year"]!.GetValue<int>(), card["exp_month"]!.GetValue<int>(), 1, 0, 0, 0, TimeSpan.Zero)
            .AddMonths(1);
        return (card["status"]!.GetValue<string>(), cardholder["status"]!.GetValue<string>()) switch
        {
            ("canceled", _) => "card_canceled",
            ("inactive", _) => "card_inactive",
            (_, "inactive") => "cardholder_inactive",
            (_, "blocked") => "cardholder_blocked",
            _ when call.Now >= end => "card_expired",
            _ when purchase.Amount > MostOf(card["currency"]!.GetValue<string>()) => "spending_controls",
            _ when IsRefused(card["spending_controls"]!, Chain(call, card)) => "spending_controls",
            _ when IsRefused(cardholder["spending_controls"]!, AllOf(call, cardholder)) => "spending_controls",
            _ when purchase.Amount > Balances.Available(call.Store, call.Account, card["currency"]!.GetValue<string>()) =>
                "insufficient_funds",
            _ => null,
        };

        bool IsRefused(JsonNode controls, IEnumerable<JsonObject> cards) =>
            SpendingRules.Refusal(controls.AsObject(), purchase, cards.SelectMany(c => ApprovedOf(call.Store, c))) is not null;
    }

    /// <summary>What Stripe lets any purchase be at most: 10,000 in the currency of the region.</summary>
    private static long MostOf(string currency) => SpendingRules.IsOfRegion(currency) ? 10_000_00 : long.MaxValue;

    /// <summary>The card and all that it replaced: its limits count them all.</summary>
    private static IEnumerable<JsonObject> Chain(ApiCall call, JsonObject card)
    {
        for (var at = card; at is not null;
            at = at["replacement_for"]?.GetValue<string>() is { } id ? call.Store.Find(ObjectKind.Card, id) : null)
            yield return at;
    }

    private static IReadOnlyList<JsonObject> AllOf(ApiCall call, JsonObject cardholder) => call.Store.List(
        ObjectKind.Card, call.Account,
        new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["cardholder"] = cardholder["id"]!.GetValue<string>() },
        null, null, null, null, int.MaxValue);

    private static IEnumerable<SpendingRules.Purchase> ApprovedOf(ObjectStore store, JsonObject card) =>
        store.OfParent(ObjectKind.Authorization, card["id"]!.GetValue<string>())
            .Where(a => a["approved"]!.GetValue<bool>())
            .Select(Read);

    private static SpendingRules.Purchase Read(JsonObject authorization) => new(
        authorization["amount"]!.GetValue<long>(),
        DateTimeOffset.FromUnixTimeSeconds(authorization["created"]!.GetValue<long>()),
        authorization["merchant_data"]!["category"]!.GetValue<string>(),
        authorization["merchant_data"]!["country"]!.GetValue<string>(),
        IsPresent(authorization["authorization_method"]!.GetValue<string>()));

    private static bool IsPresent(string method) => method is "chip" or "contactless" or "swipe";
}
