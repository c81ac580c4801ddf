using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/issuing/cards</summary>
internal static class Cards
{
    private static readonly string[] Filters = ["cardholder", "exp_month", "exp_year", "last4", "status", "type"];

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", "/v1/issuing/cards", new(Lists.Parameters(Filters), StringComparer.Ordinal)
        {
            ["exp_month"] = new IntegerField(Min: 1, Max: 12),
            ["exp_year"] = new IntegerField(),
            ["status"] = new ChoiceField(false, "active", "canceled", "inactive"),
            ["type"] = new ChoiceField(false, "physical", "virtual"),
        }, List),
        new("GET", "/v1/issuing/cards/{id}", [], call => Shown(call, Find(call))),
        new("POST", "/v1/issuing/cards", new(StringComparer.Ordinal)
        {
            ["cardholder"] = new TextField(),
            ["currency"] = new TextField(Required: true, MaxLength: 3),
            ["exp_month"] = new IntegerField(Min: 1, Max: 12),
            ["exp_year"] = new IntegerField(Min: 2000, Max: 9999),
            ["financial_account"] = new TextField(),
            ["lifecycle_controls"] = Lifecycle,
            ["metadata"] = new MetadataField(),
            ["personalization_design"] = new TextField(),
            ["pin"] = Pin,
            ["replacement_for"] = new TextField(),
            ["replacement_reason"] = new ChoiceField(false, "damaged", "expired", "lost", "stolen"),
            ["second_line"] = new TextField(MaxLength: 24),
            ["shipping"] = Shipping,
            ["spending_controls"] = SpendingControlFields.For(cardholder: false, update: false),
            ["status"] = new ChoiceField(false, "active", "inactive"),
            ["type"] = new ChoiceField(true, "physical", "virtual"),
        }, Create),
        new("POST", "/v1/issuing/cards/{id}", new(StringComparer.Ordinal)
        {
            ["cancellation_reason"] = new ChoiceField(false, "lost", "stolen"),
            ["lifecycle_controls"] = Lifecycle,
            ["metadata"] = new MetadataField(),
            ["personalization_design"] = new TextField(),
            ["pin"] = Pin,
            ["shipping"] = Shipping,
            ["spending_controls"] = SpendingControlFields.For(cardholder: false, update: true),
            ["status"] = new ChoiceField(false, "active", "inactive", "canceled"),
        }, Update),
    ];

    private static ObjectField Lifecycle => new(false, new(StringComparer.Ordinal)
    {
        ["cancel_after"] = new ObjectField(true, new(StringComparer.Ordinal)
        {
            ["payment_count"] = new IntegerField(Required: true, Min: 1),
        }),
    });

    private static ObjectField Pin => new(false, new(StringComparer.Ordinal) { ["encrypted_number"] = new TextField() });

    private static ObjectField Shipping => new(false, new(StringComparer.Ordinal)
    {
        ["address"] = AddressFields.Required,
        ["address_validation"] = new ObjectField(false, new(StringComparer.Ordinal)
        {
            ["mode"] = new ChoiceField(true, "disabled", "normalization_only", "validation_and_normalization"),
        }),
        ["business_name"] = new TextField(),
        ["customs"] = new ObjectField(false, new(StringComparer.Ordinal) { ["eori_number"] = new TextField() }),
        ["name"] = new TextField(Required: true),
        ["phone_number"] = new TextField(MaxLength: 32),
        ["require_signature"] = new BooleanField(),
        ["service"] = new ChoiceField(false, "standard", "express", "priority"),
        ["type"] = new ChoiceField(false, "individual", "bulk"),
    });

    public static JsonObject Find(ApiCall call) => call.Find(ObjectKind.Card, "card");

    private static JsonObject List(ApiCall call)
    {
        var page = Lists.Page(call, ObjectKind.Card, "card", "/v1/issuing/cards", call.Account, Filters);
        foreach (var card in page["data"]!.AsArray())
            Shown(call, card!.AsObject());
        return page;
    }

    private static JsonObject Create(ApiCall call)
    {
        var replaced = call.Text("replacement_for") is { } old
            ? call.Store.Find(ObjectKind.Card, old, call.Account) ?? throw StripeApiException.Missing("card", old, "replacement_for", 400)
            : null;
        CheckReplacement(call, replaced);
        var holderId = call.Text("cardholder") ?? replaced?["cardholder"]!.GetValue<string>()
            ?? throw StripeApiException.Invalid("Missing required param: cardholder.", "parameter_missing", "cardholder");
        var cardholder = call.Store.Find(ObjectKind.Cardholder, holderId, call.Account)
            ?? throw StripeApiException.Missing("cardholder", holderId, "cardholder", 400);

        var physical = call.Text("type") == "physical";
        if (physical && call.Parameters["shipping"] is null)
            throw StripeApiException.Invalid("Missing required param: shipping.", "parameter_missing", "shipping");
        if (!physical && call.Parameters["shipping"] is not null)
            throw StripeApiException.Invalid("You cannot specify `shipping` for a virtual card.", parameter: "shipping");

        CheckCurrency(call);
        if (call.Text("status") == "active")
            RefuseToActivate(cardholder);
        var id = StripeIds.New("ic_1");
        SpendingControlFields.Check(call.Parameters["spending_controls"], call.Options);
        var card = IssuingObjectMapper.Card(id, call.Parameters, cardholder, call.Now);
        SpendingControlFields.RefuseBoth(card["spending_controls"]!);
        if (replaced is not null && call.Text("replacement_reason") is "damaged" or "expired")
            KeepNumber(card, replaced!);
        call.Store.InTransaction(() =>
        {
            call.Store.Add(ObjectKind.Card, call.Account, id, card);
            if (replaced is not null)
                call.Store.Update(ObjectKind.Card, replaced["id"]!.GetValue<string>(), o => o["replaced_by"] = id);
        });
        var shown = Shown(call, card);
        call.Tell("issuing_card.created", shown);
        CancelReplaced(call, shown);
        return shown;
    }

    /// <summary>Stripe issues in the currency of the country that the account is in.</summary>
    private static void CheckCurrency(ApiCall call)
    {
        var currency = call.Text("currency")!;
        var own = call.Store.Find(ObjectKind.Account, call.Account)!["default_currency"]!.GetValue<string>();
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetter))
            throw StripeApiException.Invalid($"Invalid currency: {currency}", parameter: "currency");
        if (currency != own && !call.Options.AnyCurrency)
            throw StripeApiException.Invalid(
                $"Your account cannot issue cards in {currency}; it issues them in {own}.", parameter: "currency");
    }

    private static void RefuseToActivate(JsonObject cardholder)
    {
        var missing = cardholder["requirements"]!["past_due"]!.AsArray();
        if (missing.Count > 0)
            throw StripeApiException.Invalid(
                $"The card cannot be activated until the cardholder's requirements are met: {string.Join(", ", missing)}.",
                parameter: "status");
    }

    /// <summary>https://docs.stripe.com/issuing/cards/replacements</summary>
    private static void CheckReplacement(ApiCall call, JsonObject? replaced)
    {
        var reason = call.Text("replacement_reason");
        if (replaced is null)
        {
            if (reason is not null)
                throw StripeApiException.Invalid(
                    "A replacement reason needs the card that is replaced.", "parameter_missing", "replacement_for");
            return;
        }

        if (reason is null)
            throw StripeApiException.Invalid("Missing required param: replacement_reason.", "parameter_missing", "replacement_reason");
        if (reason == "damaged" && replaced["type"]!.GetValue<string>() != "physical")
            throw StripeApiException.Invalid("Only a physical card can be replaced as damaged.", parameter: "replacement_reason");
        if (reason is "damaged" or "expired" && replaced["cancellation_reason"]?.GetValue<string>() is "lost" or "stolen")
            throw StripeApiException.Invalid(
                "A card canceled as lost or stolen can only be replaced as such.", parameter: "replacement_reason");
        if (reason is "lost" or "stolen" && replaced["cancellation_reason"]?.GetValue<string>() != reason)
            throw StripeApiException.Invalid(
                $"The card must be canceled as {reason} before it is replaced as {reason}.", parameter: "replacement_reason");
        if (call.Text("cardholder") is { } holder && holder != replaced["cardholder"]!.GetValue<string>())
            throw StripeApiException.Invalid("The replacement must have the cardholder of the card it replaces.", parameter: "cardholder");
        if (replaced["replaced_by"]?.GetValue<string>() is { } already)
            throw StripeApiException.Invalid($"The card was replaced by '{already}' already.", parameter: "replacement_for");
    }

    private static void KeepNumber(JsonObject card, JsonObject replaced)
    {
        card["last4"] = replaced["last4"]!.DeepClone();
        foreach (var kept in new[] { "number", "pin" })
            card[ObjectStore.Private]![kept] = replaced[ObjectStore.Private]![kept]!.DeepClone();
    }

    /// <summary>Two cards of one chain are never active together: an active replacement cancels the card that it replaces.</summary>
    private static void CancelReplaced(ApiCall call, JsonObject card)
    {
        if (card["status"]!.GetValue<string>() != "active" || card["replacement_for"]?.GetValue<string>() is not { } id
            || call.Store.Find(ObjectKind.Card, id) is not { } before || before["status"]!.GetValue<string>() == "canceled")
            return;
        Cancel(call, before);
    }

    /// <summary>Cancels a card that nobody asked to be canceled.</summary>
    /// <param name="before">What it is now.</param>
    public static void Cancel(ApiCall call, JsonObject before)
    {
        var canceled = call.Store.Update(ObjectKind.Card, before["id"]!.GetValue<string>(), card => card["status"] = "canceled")!;
        call.Tell("issuing_card.updated", Shown(call, canceled), before);
    }

    private static JsonObject Update(ApiCall call)
    {
        var before = Find(call);
        if (before["status"]!.GetValue<string>() == "canceled" && call.Parameters.Any(p => p.Key is not ("metadata" or "expand")))
            throw StripeApiException.Invalid("You cannot update a canceled card.", parameter: "status");
        if (call.Text("cancellation_reason") is not null && call.Text("status") != "canceled")
            throw StripeApiException.Invalid("A cancellation reason needs the status canceled.", parameter: "cancellation_reason");

        if (call.Text("status") == "active" && before["status"]!.GetValue<string>() != "active")
            RefuseToActivate(call.Store.Find(ObjectKind.Cardholder, before["cardholder"]!.GetValue<string>())!);
        var card = call.Store.Update(ObjectKind.Card, call.Id, o => Changes.Apply(o, call.Parameters, call.Options))!;
        var shown = Shown(call, card);
        call.Tell("issuing_card.updated", shown, before);
        CancelReplaced(call, shown);
        return shown;
    }

    /// <summary>A card always shows its cardholder whole; everything else stays an id.</summary>
    public static JsonObject Shown(ApiCall call, JsonObject card)
    {
        if (card["cardholder"] is JsonValue id)
            card["cardholder"] = call.Store.Find(ObjectKind.Cardholder, id.GetValue<string>());
        return card;
    }
}
