using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>Translates Stripe's cards and cardholders into ours.</summary>
public static class CardMapper
{
    public static Card Card(global::Stripe.Issuing.Card card, AccountId account, DateTimeOffset asOf) => new()
    {
        Id = CardId.Parse(card.Id),
        AccountId = account,
        CardholderId = CardholderId.Parse(card.Cardholder.Id),
        CardholderName = StripeText.Cut(card.Cardholder.Name, 255),
        Type = card.Type == "physical" ? CardType.Physical : CardType.Virtual,
        Status = card.Status switch
        {
            "active" => CardStatus.Active,
            "canceled" => CardStatus.Canceled,
            _ => CardStatus.Inactive,
        },
        CancellationReason = card.CancellationReason switch
        {
            "lost" => CancellationReason.Lost,
            "stolen" => CancellationReason.Stolen,
            "design_rejected" => CancellationReason.DesignRejected,
            "fulfillment_error" => CancellationReason.FulfillmentError,
            _ => null,
        },
        Brand = StripeText.Cut(card.Brand, 32),
        Last4 = card.Last4,
        ExpMonth = (int)card.ExpMonth,
        ExpYear = (int)card.ExpYear,
        Currency = Currency.Parse(card.Currency),
        ShippingStatus = card.Shipping?.Status switch
        {
            "submitted" => ShippingStatus.Submitted,
            "shipped" => ShippingStatus.Shipped,
            "delivered" => ShippingStatus.Delivered,
            "failure" => ShippingStatus.Failure,
            "returned" => ShippingStatus.Returned,
            "canceled" => ShippingStatus.Canceled,
            null => null,
            _ => ShippingStatus.Pending,
        },
        ReplacementFor = card.ReplacementForId is { } replaced ? CardId.Parse(replaced) : null,
        HasBeenActive = card.Status == "active",
        SpendingControls = SpendingControlsMapper.Controls(card.SpendingControls, Currency.Parse(card.Currency)),
        CreatedAt = new DateTimeOffset(card.Created, TimeSpan.Zero),
        AsOf = asOf,
    };

    public static Cardholder Cardholder(global::Stripe.Issuing.Cardholder holder, AccountId account, DateTimeOffset asOf) => new()
    {
        Id = CardholderId.Parse(holder.Id),
        AccountId = account,
        Name = StripeText.Cut(holder.Name, 255),
        // Stripe takes longer ones than the standard has, which the database does not.
        Email = holder.Email is { Length: > 254 } ? null : holder.Email,
        Status = holder.Status switch
        {
            "inactive" => CardholderStatus.Inactive,
            "blocked" => CardholderStatus.Blocked,
            _ => CardholderStatus.Active,
        },
        SpendingControls = SpendingControlsMapper.Controls(holder.SpendingControls),
        AsOf = asOf,
    };
}
