using System.Collections.Immutable;
using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

/// <summary>Translates Stripe's authorizations and transactions into ours.</summary>
public static class AuthorizationMapper
{
    /// <summary>More than any purchase has.</summary>
    private const int RequestsAtMost = 50;

    public static Authorization Authorization(global::Stripe.Issuing.Authorization theirs, AccountId account, DateTimeOffset asOf)
    {
        var status = theirs.Status switch
        {
            "pending" => AuthorizationStatus.Pending,
            "reversed" => AuthorizationStatus.Reversed,
            "expired" => AuthorizationStatus.Expired,
            _ => AuthorizationStatus.Closed,
        };
        var currency = Currency.Parse(theirs.Currency);
        return new()
        {
            Id = AuthorizationId.Parse(theirs.Id),
            AccountId = account,
            CardId = CardId.Parse(theirs.Card.Id),
            CardholderId = CardholderId.Parse(theirs.CardholderId ?? theirs.Card.Cardholder.Id),
            Amount = new Money(
                status is AuthorizationStatus.Reversed or AuthorizationStatus.Expired ? 0 : theirs.Amount, currency),
            AskedMinor = Asked(theirs, r => r.Amount, theirs.Amount),
            MerchantAmount = Currency.TryParse(theirs.MerchantCurrency, null, out var merchants)
                ? new Money(Asked(theirs, r => r.MerchantAmount, theirs.MerchantAmount), merchants)
                : Money.Zero(currency),
            Approved = theirs.Approved,
            Status = status,
            Reason = StripeText.Cut(theirs.RequestHistory is [.., var last] ? last.Reason : "", 64),
            Merchant = StripeText.Cut(theirs.MerchantData?.Name, 255),
            Category = StripeText.Cut(theirs.MerchantData?.Category, 100),
            Country = theirs.MerchantData?.Country is { Length: 2 } country ? country : "",
            City = StripeText.Cut(theirs.MerchantData?.City, 100),
            NetworkId = StripeText.Cut(theirs.MerchantData?.NetworkId, 64),
            CategoryCode = StripeText.Cut(theirs.MerchantData?.CategoryCode, 8),
            CardPresent = theirs.CardPresence is { Length: > 0 } presence
                ? presence == "present"
                : theirs.AuthorizationMethod is "chip" or "contactless" or "swipe",
            Wallet = StripeText.Cut(theirs.Wallet, 32),
            Details = Details(theirs),
            CreatedAt = new DateTimeOffset(theirs.Created, TimeSpan.Zero),
            AsOf = asOf,
        };
    }

    /// <summary>
    /// A hold that was released, or captured for less, tells its amount as it is now: what was asked for stands in the history alone.
    /// </summary>
    private static long Asked(
        global::Stripe.Issuing.Authorization theirs, Func<global::Stripe.Issuing.AuthorizationRequestHistory, long> amount, long otherwise)
    {
        if (theirs.RequestHistory is not { Count: > 0 } requests)
            return otherwise;
        var approved = requests.Where(r => r.Approved).ToList();
        return approved.Count > 0 ? approved.Sum(amount) : amount(requests[^1]);
    }

    private static AuthorizationDetails Details(global::Stripe.Issuing.Authorization theirs) => new()
    {
        Requests =
        [
            .. (theirs.RequestHistory ?? []).TakeLast(RequestsAtMost).Select(r => new AuthorizationRequest(
                r.Amount, r.Approved, StripeText.Cut(r.Reason, 64), StripeText.Cut(r.ReasonMessage, 200),
                new DateTimeOffset(r.Created, TimeSpan.Zero))),
        ],
        FraudChallenges =
        [
            .. (theirs.FraudChallenges ?? []).TakeLast(RequestsAtMost).Select(c => new FraudChallenge(
                StripeText.Cut(c.Channel, 32), StripeText.Cut(c.Status, 32), StripeText.Cut(c.UndeliverableReason, 64))),
        ],
        Verification = theirs.VerificationData is { } verified
            ? new AuthorizationVerification(
                StripeText.Cut(verified.AddressLine1Check, 32), StripeText.Cut(verified.AddressPostalCodeCheck, 32),
                StripeText.Cut(verified.CvcCheck, 32), StripeText.Cut(verified.ExpiryCheck, 32),
                StripeText.Cut(verified.ThreeDSecure?.Result, 32), StripeText.Cut(verified.AuthenticationExemption?.Type, 64))
            : AuthorizationVerification.None,
        Method = StripeText.Cut(theirs.AuthorizationMethod, 32),
        TerminalId = StripeText.Cut(theirs.MerchantData?.TerminalId, 64),
        PostalCode = StripeText.Cut(theirs.MerchantData?.PostalCode, 32),
        State = StripeText.Cut(theirs.MerchantData?.State, 64),
        TokenId = StripeText.Cut(theirs.TokenId, 255),
        Metadata = (theirs.Metadata ?? []).ToImmutableSortedDictionary(
            pair => StripeText.Cut(pair.Key, 40), pair => StripeText.Cut(pair.Value, 500), StringComparer.Ordinal),
    };

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
