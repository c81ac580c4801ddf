using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.Api.Schema;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>
/// https://docs.stripe.com/api/issuing/disputes. One that was submitted stays so: no network decides here.
/// </summary>
internal static class Disputes
{
    private const string Url = "/v1/issuing/disputes";

    private static readonly EmptyableField Text = new(new TextField());
    private static readonly EmptyableField Moment = new(new IntegerField());
    private static readonly EmptyableField Product = new(new ChoiceField(false, "merchandise", "service"));
    private static readonly EmptyableField Returned = new(new ChoiceField(false, "merchant_rejected", "successful"));

    /// <summary>What is asked for with each reason.</summary>
    private static readonly Dictionary<string, Dictionary<string, Field>> EvidenceOf = new(StringComparer.Ordinal)
    {
        ["canceled"] = new(StringComparer.Ordinal)
        {
            ["additional_documentation"] = Text,
            ["canceled_at"] = Moment,
            ["cancellation_policy_provided"] = new EmptyableField(new BooleanField()),
            ["cancellation_reason"] = Text,
            ["expected_at"] = Moment,
            ["explanation"] = Text,
            ["product_description"] = Text,
            ["product_type"] = Product,
            ["return_status"] = Returned,
            ["returned_at"] = Moment,
        },
        ["duplicate"] = new(StringComparer.Ordinal)
        {
            ["additional_documentation"] = Text,
            ["card_statement"] = Text,
            ["cash_receipt"] = Text,
            ["check_image"] = Text,
            ["explanation"] = Text,
            ["original_transaction"] = new TextField(),
        },
        ["fraudulent"] = new(StringComparer.Ordinal) { ["additional_documentation"] = Text, ["explanation"] = Text },
        ["merchandise_not_as_described"] = new(StringComparer.Ordinal)
        {
            ["additional_documentation"] = Text,
            ["explanation"] = Text,
            ["received_at"] = Moment,
            ["return_description"] = Text,
            ["return_status"] = Returned,
            ["returned_at"] = Moment,
        },
        ["no_valid_authorization"] = new(StringComparer.Ordinal) { ["additional_documentation"] = Text, ["explanation"] = Text },
        ["not_received"] = new(StringComparer.Ordinal)
        {
            ["additional_documentation"] = Text,
            ["expected_at"] = Moment,
            ["explanation"] = Text,
            ["product_description"] = Text,
            ["product_type"] = Product,
        },
        ["other"] = new(StringComparer.Ordinal)
        {
            ["additional_documentation"] = Text,
            ["explanation"] = Text,
            ["product_description"] = Text,
            ["product_type"] = Product,
        },
        ["service_not_as_described"] = new(StringComparer.Ordinal)
        {
            ["additional_documentation"] = Text,
            ["canceled_at"] = Moment,
            ["cancellation_reason"] = Text,
            ["explanation"] = Text,
            ["received_at"] = Moment,
        },
    };

    private static readonly Dictionary<string, Field> Changeable = new(StringComparer.Ordinal)
    {
        ["amount"] = new IntegerField(Min: 1),
        ["evidence"] = new ObjectField(false, new(
            EvidenceOf.ToDictionary(reason => reason.Key, reason => (Field)new EmptyableField(new ObjectField(false, reason.Value))),
            StringComparer.Ordinal)
        {
            ["reason"] = new ChoiceField(false, [.. EvidenceOf.Keys]),
        }),
        ["metadata"] = new MetadataField(),
    };

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", Url, new(Lists.Parameters("transaction"), StringComparer.Ordinal)
        {
            ["status"] = new ChoiceField(false, "expired", "lost", "submitted", "unsubmitted", "won"),
        }, call => Lists.Page(call, ObjectKind.Dispute, "dispute", Url, call.Account, "transaction", "status")),
        new("GET", Url + "/{id}", [], Find),
        new("POST", Url, new(Changeable, StringComparer.Ordinal) { ["transaction"] = new TextField(Required: true) }, Create),
        new("POST", Url + "/{id}", Changeable, Update),
        new("POST", Url + "/{id}/submit", new(StringComparer.Ordinal) { ["metadata"] = new MetadataField() }, Submit),
    ];

    private static JsonObject Find(ApiCall call) => call.Find(ObjectKind.Dispute, "dispute");

    private static JsonObject Create(ApiCall call)
    {
        var transactionId = call.Text("transaction")!;
        var transaction = call.Store.Find(ObjectKind.Transaction, transactionId, call.Account)
            ?? throw StripeApiException.Missing("transaction", transactionId, "transaction", 400);
        if (transaction["type"]!.GetValue<string>() != "capture")
            throw StripeApiException.Invalid("Only a capture can be disputed.", parameter: "transaction");
        if (transaction["dispute"] is not null)
            throw StripeApiException.Invalid("The transaction has a dispute already.", parameter: "transaction");
        var id = StripeIds.New("idp_1");
        var dispute = new JsonObject
        {
            ["id"] = id,
            ["object"] = "issuing.dispute",
            ["amount"] = Amount(call, transaction) ?? -transaction["amount"]!.GetValue<long>(),
            ["balance_transactions"] = null,
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["currency"] = transaction["currency"]!.DeepClone(),
            ["evidence"] = Evidence(call.Parameters["evidence"], null),
            ["livemode"] = false,
            ["metadata"] = call.Parameters["metadata"]?.DeepClone() ?? new JsonObject(),
            ["status"] = "unsubmitted",
            ["transaction"] = transactionId,
        };
        call.Store.Add(ObjectKind.Dispute, call.Account, id, dispute, transactionId);
        var disputed = call.Store.Update(ObjectKind.Transaction, transactionId, t => t["dispute"] = id)!;
        call.Tell("issuing_transaction.updated", disputed, transaction);
        call.Tell("issuing_dispute.created", dispute);
        return dispute;
    }

    private static JsonObject Update(ApiCall call)
    {
        var before = Find(call);
        if (before["status"]!.GetValue<string>() != "unsubmitted" && call.Parameters.Any(p => p.Key is not ("metadata" or "expand")))
            throw StripeApiException.Invalid("Only a dispute that was not submitted can be changed.");
        var amount = Amount(call, call.Store.Find(ObjectKind.Transaction, before["transaction"]!.GetValue<string>())!);
        return call.Change(ObjectKind.Dispute, "issuing_dispute.updated", before, dispute =>
        {
            if (amount is not null)
                dispute["amount"] = amount;
            if (call.Parameters["evidence"] is { } evidence)
                dispute["evidence"] = Evidence(evidence, dispute["evidence"]);
            Merge(call, dispute);
        });
    }

    private static JsonObject Submit(ApiCall call)
    {
        var before = Find(call);
        if (before["status"]!.GetValue<string>() != "unsubmitted")
            throw StripeApiException.Invalid("The dispute was submitted already.");
        var evidence = before["evidence"]!;
        if (evidence[evidence["reason"]!.GetValue<string>()]!["explanation"] is null)
            throw StripeApiException.Invalid(
                "The evidence is not complete: an explanation is missing.", "parameter_missing", "evidence");
        return call.Change(ObjectKind.Dispute, "issuing_dispute.submitted", before, dispute =>
        {
            dispute["status"] = "submitted";
            Merge(call, dispute);
        });
    }

    private static void Merge(ApiCall call, JsonObject dispute)
    {
        if (call.Parameters["metadata"] is { } metadata)
            Changes.Apply(dispute, new JsonObject { ["metadata"] = metadata.DeepClone() }, call.Options);
    }

    private static long? Amount(ApiCall call, JsonObject transaction)
    {
        var amount = call.Number("amount");
        return amount > -transaction["amount"]!.GetValue<long>()
            ? throw StripeApiException.Invalid("You cannot dispute more than was captured.", parameter: "amount")
            : amount;
    }

    /// <summary>The evidence of its reason, with every key; what was sent is laid over what was there.</summary>
    private static JsonObject Evidence(JsonNode? sent, JsonNode? before)
    {
        var reason = sent?["reason"]?.GetValue<string>() ?? before?["reason"]?.GetValue<string>() ?? "other";
        var own = new JsonObject();
        foreach (var name in EvidenceOf[reason].Keys)
            own[name] = (sent?[reason] is JsonObject given && given.ContainsKey(name) ? given[name] : before?[reason]?[name])?.DeepClone();
        return new JsonObject { ["reason"] = reason, [reason] = own };
    }
}
