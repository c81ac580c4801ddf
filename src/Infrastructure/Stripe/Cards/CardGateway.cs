using System.Net;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.Infrastructure.Stripe.SpendControls;
using Stripe;
using Stripe.Issuing;
using Card = CleanIssuing.Domain.Cards.Card;
using Cardholder = CleanIssuing.Domain.Cards.Cardholder;
using CardService = Stripe.Issuing.CardService;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>https://docs.stripe.com/api/issuing/cards</summary>
internal sealed class CardGateway(IStripeClient stripe, TimeProvider time) : ICardGateway
{
    /// <summary>The metadata that a card of ours is found again by.</summary>
    private const string KeyName = "cleanissuing_request";

    private readonly CardService _cards = new(stripe);
    private readonly CardholderService _cardholders = new(stripe);

    public Task<StripeState<Card>> GetAsync(CardId card, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
        CallAsync(() => _cards.GetAsync(card.Value, null, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), account, time.GetUtcNow(), cancellationToken);

    public async Task<StripeState<Cardholder>> GetAsync(
        CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var found = await StripeErrors.CallAsync(
            () => _cardholders.GetAsync(cardholder.Value, null, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), null, cancellationToken);
        return new(IssuingObjects.Cardholder(found, account, asOf), found.StripeResponse?.RequestId);
    }

    public Task<StripeState<Card>> SetStatusAsync(
        CardId card, CardStatus status, CancellationReason? reason, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken)
    {
        var options = new global::Stripe.Issuing.CardUpdateOptions
        {
            Status = status switch
            {
                CardStatus.Active => "active",
                CardStatus.Canceled => "canceled",
                _ => "inactive",
            },
            CancellationReason = reason switch
            {
                CancellationReason.Lost => "lost",
                CancellationReason.Stolen => "stolen",
                _ => null,
            },
        };
        return UpdateAsync(card, options, account, onBehalfOf, key, cancellationToken);
    }

    public Task<StripeState<Card>> SetControlsAsync(
        CardId card, SpendingControlsChange change, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken) =>
        UpdateAsync(
            card, new global::Stripe.Issuing.CardUpdateOptions { SpendingControls = ControlObjects.Options(change) }, account, onBehalfOf, key, cancellationToken);

    public Task<StripeState<Card>> IssueAsync(NewCard card, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken)
    {
        var options = new global::Stripe.Issuing.CardCreateOptions
        {
            Cardholder = card.Cardholder.Value,
            Currency = card.Currency,
            Type = card.Type == CardType.Physical ? "physical" : "virtual",
            Status = card.Activate ? "active" : "inactive",
            Shipping = card.Shipping is { } to ? Shipping(to) : null,
            SpendingControls = card.Controls is { } controls ? ControlObjects.Options(SpendingControlsChange.To(controls)) : null,
            ReplacementFor = card.ReplacementFor?.Value,
            ReplacementReason = card.ReplacementReason,
            Metadata = new() { [KeyName] = key },
        };
        return CallAsync(() => _cards.CreateAsync(options, Request(onBehalfOf, key), cancellationToken), account, null, cancellationToken);
    }

    public async Task<StripeState<Card>?> FindIssuedAsync(
        CardholderId cardholder, DateTimeOffset since, string key, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken)
    {
        var asOf = time.GetUtcNow();
        var options = new global::Stripe.Issuing.CardListOptions
        {
            Cardholder = cardholder.Value,
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime.AddMinutes(-5) },
            Limit = 100,
        };
        var page = await StripeErrors.CallAsync(
            () => _cards.ListAsync(options, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), null, cancellationToken);
        return page.Data.Find(c => c.Metadata.GetValueOrDefault(KeyName) == key) is { } issued
            ? new(IssuingObjects.Card(issued, account, asOf), page.StripeResponse?.RequestId)
            : null;
    }

    private Task<StripeState<Card>> UpdateAsync(
        CardId card, global::Stripe.Issuing.CardUpdateOptions options, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken) =>
        CallAsync(() => _cards.UpdateAsync(card.Value, options, Request(onBehalfOf, key), cancellationToken), account, null, cancellationToken);

    // What is read is dated to when it was asked for; a change has no date given, for its state is that of the answer.
    private async Task<StripeState<Card>> CallAsync(
        Func<Task<global::Stripe.Issuing.Card>> call, AccountId account, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var card = await StripeErrors.CallAsync(call, Refusal, cancellationToken);
        return new(IssuingObjects.Card(card, account, asOf ?? time.GetUtcNow()), card.StripeResponse?.RequestId);
    }

    private static RequestOptions Request(AccountId? onBehalfOf, string key)
    {
        var options = StripeClients.OnBehalfOf(onBehalfOf);
        options.IdempotencyKey = key;
        return options;
    }

    private static CardShippingOptions Shipping(ShippingAddress to) => new()
    {
        Name = to.Name,
        Service = to.Service,
        Address = new AddressOptions
        {
            Line1 = to.Line1,
            Line2 = to.Line2,
            City = to.City,
            State = to.State,
            PostalCode = to.PostalCode,
            Country = to.Country,
        },
    };

    private static ExpectedException? Refusal(StripeException failure)
    {
        var requestId = StripeErrors.RequestId(failure);
        if (failure.HttpStatusCode == HttpStatusCode.Conflict)
            return new ConflictException("Stripe is working on another change of this card. Wait a moment, then try again.") { StripeRequestId = requestId };
        var (message, reason) = failure switch
        {
            { StripeError.Code: "card_canceled" } => ("This card was canceled meanwhile, so Stripe takes no more changes of it. Load the page again.", "card_canceled"),
            { StripeError.Code: "resource_missing" } => ("Stripe has no such card, cardholder or account any more. Load the page again.", "missing_at_stripe"),
            { StripeError.Param: { } parameter } when parameter.StartsWith("spending_controls", StringComparison.Ordinal) =>
                ("Stripe did not accept these spending controls. Nothing was changed.", "controls_refused"),
            { StripeError.Param: { } parameter } when parameter.StartsWith("shipping", StringComparison.Ordinal) =>
                ("Stripe did not accept the shipping address. Nothing was changed; check it and try again.", "shipping_refused"),
            { StripeError.Param: "currency" } => ("Stripe does not issue cards in this currency for this account. Nothing was changed.", "currency_refused"),
            _ => (null, null),
        };
        return message is null ? null : new StripeRefusedException(message, reason!) { StripeRequestId = requestId };
    }
}
