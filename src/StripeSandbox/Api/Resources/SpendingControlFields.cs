namespace CleanIssuing.StripeSandbox.Api.Resources;

/// <summary>https://docs.stripe.com/api/issuing/cards/create#create_issuing_card-spending_controls</summary>
internal static class SpendingControlFields
{
    public static ObjectField For(bool cardholder)
    {
        var presences = new ListField(new ChoiceField(false, "present", "not_present"));
        var texts = new ListField(new TextField(MaxLength: 100));
        var fields = new Dictionary<string, Field>(StringComparer.Ordinal)
        {
            ["allowed_card_presences"] = presences,
            ["allowed_categories"] = texts,
            ["allowed_merchant_countries"] = texts,
            ["blocked_card_presences"] = presences,
            ["blocked_categories"] = texts,
            ["blocked_merchant_countries"] = texts,
            ["spending_limits"] = new ListField(new ObjectField(false, new(StringComparer.Ordinal)
            {
                ["amount"] = new IntegerField(Required: true),
                ["categories"] = texts,
                ["interval"] = new ChoiceField(true, "per_authorization", "daily", "weekly", "monthly", "yearly", "all_time"),
            })),
        };
        if (cardholder)
            fields["spending_limits_currency"] = new TextField(MaxLength: 3);
        return new ObjectField(false, fields);
    }
}
