using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

/// <summary>Translates Stripe's authorizations and transactions into ours.</summary>
public static class AuthorizationMapper
{
    public static Authorization Authorization(global::Stripe.Issuing.Authorization theirs, AccountId account, DateTimeOffset asOf)
    {
        var status = theirs.Status switch
        {
            "pending" => AuthorizationStatus.Pending,
            "reversed" => AuthorizationStatus.Reversed,
            "expired" => AuthorizationStatus.Expired,
            _ => AuthorizationStatus.Closed,
        };
        return new()
        {
            Id = AuthorizationId.Parse(theirs.Id),
            AccountId = account,
            CardId = CardId.Parse(theirs.Card.Id),
            CardholderId = CardholderId.Parse(theirs.CardholderId ?? theirs.Card.Cardholder.Id),
            Amount = new Money(
                status is AuthorizationStatus.Reversed or AuthorizationStatus.Expired ? 0 : theirs.Amount, Currency.Parse(theirs.Currency)),
            Approved = theirs.Approved,
            Status = status,
            Reason = StripeText.Cut(theirs.RequestHistory is [.., var last] ? last.Reason : "", 64),
            Merchant = StripeText.Cut(theirs.MerchantData?.Name, 255),
            Category = StripeText.Cut(theirs.MerchantData?.Category, 100),
            Country = theirs.MerchantData?.Country is { Length: 2 } country ? country : "",
            CardPresent = theirs.AuthorizationMethod is "chip" or "contactless" or "swipe",
            CreatedAt = new DateTimeOffset(theirs.Created, TimeSpan.Zero),
            AsOf = asOf,
        };
    }

    public static IssuingTransaction Transaction(global::Stripe.Issuing.Transaction theirs, AccountId account, DateTimeOffset asOf) => new()
    {
        Id = theirs.Id,
        AccountId = account,
        CardId = CardId.Parse(theirs.CardId),
        AuthorizationId = theirs.AuthorizationId is { } id ? Domain.SharedKernel.AuthorizationId.Parse(id) : null,
        Amount = new Money(theirs.Amount, Currency.Parse(theirs.Currency)),
        Type = theirs.Type == "refund" ? TransactionType.Refund : TransactionType.Capture,
        Merchant = StripeText.Cut(theirs.MerchantData?.Name, 255),
        CreatedAt = new DateTimeOffset(theirs.Created, TimeSpan.Zero),
        AsOf = asOf,
    };
}
