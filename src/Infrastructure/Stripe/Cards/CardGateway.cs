using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
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
        CallAsync(
            () => _cards.GetAsync(card.Value, null, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), account, cancellationToken);

    public Task<StripeState<Cardholder>> GetAsync(
        CardholderId cardholder, AccountId account, AccountId? onBehalfOf, CancellationToken cancellationToken) =>
        CallAsync(
            () => _cardholders.GetAsync(cardholder.Value, null, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken),
            (holder, asOf) => CardMapper.Cardholder(holder, account, asOf), cancellationToken);

    public Task<StripeState<Card>> SetStatusAsync(
        CardId card, CardStatus status, CancellationReason? reason, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken)
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
        CardId card, SpendingControls before, SpendingControls after, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken) =>
        new ControlsUpdate<Card>(
            () => GetAsync(card, account, onBehalfOf, cancellationToken),
            (from, to, step) => UpdateAsync(
                card, new global::Stripe.Issuing.CardUpdateOptions { SpendingControls = SpendingControlsMapper.Options(from, to) }, account,
                onBehalfOf, step, cancellationToken))
            .RunAsync(before, after, key);

    public Task<StripeState<Cardholder>> SetControlsAsync(
        CardholderId cardholder, SpendingControls before, SpendingControls after, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken) =>
        new ControlsUpdate<Cardholder>(
            () => GetAsync(cardholder, account, onBehalfOf, cancellationToken),
            (from, to, step) => CallAsync(
                () => _cardholders.UpdateAsync(
                    cardholder.Value, new CardholderUpdateOptions { SpendingControls = SpendingControlsMapper.CardholderOptions(from, to) },
                    Request(onBehalfOf, step), cancellationToken),
                (holder, asOf) => CardMapper.Cardholder(holder, account, asOf), cancellationToken))
            .RunAsync(before, after, key);

    public Task<StripeState<Card>> IssueAsync(
        NewCard card, AccountId account, AccountId? onBehalfOf, string key, CancellationToken cancellationToken)
    {
        var options = new global::Stripe.Issuing.CardCreateOptions
        {
            Cardholder = card.Cardholder.Value,
            Currency = card.Currency.Code,
            Type = card.Type == CardType.Physical ? "physical" : "virtual",
            Status = card.Activate ? "active" : "inactive",
            Shipping = card.Shipping is { } to ? Shipping(to) : null,
            SpendingControls = card.Controls is { } controls ? SpendingControlsMapper.Options(controls) : null,
            ReplacementFor = card.ReplacementFor?.Value,
            ReplacementReason = card.ReplacementReason?.ToCode(),
            Metadata = new() { [KeyName] = key },
        };
        return CallAsync(() => _cards.CreateAsync(options, Request(onBehalfOf, key), cancellationToken), account, cancellationToken);
    }

    public async Task<StripeState<Card>?> FindIssuedAsync(
        CardholderId cardholder, DateTimeOffset since, string key, AccountId account, AccountId? onBehalfOf,
        CancellationToken cancellationToken)
    {
        var options = new global::Stripe.Issuing.CardListOptions
        {
            Cardholder = cardholder.Value,
            // Their clock may be another than ours.
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime.AddMinutes(-15) },
            Limit = 100,
        };
        while (true)
        {
            var page = await StripeErrors.CallAsync(
                () => _cards.ListAsync(options, StripeClients.OnBehalfOf(onBehalfOf), cancellationToken), Refusal, cancellationToken);
            if (page.Data.Find(c => c.Metadata.GetValueOrDefault(KeyName) == key) is { } issued)
                return new(CardMapper.Card(issued, account, StripeClock.DateOf(page.StripeResponse, time)), page.StripeResponse?.RequestId);
            if (!page.HasMore || page.Data.Count == 0)
                return null;
            options.StartingAfter = page.Data[^1].Id;
        }
    }

    private Task<StripeState<Card>> UpdateAsync(
        CardId card, global::Stripe.Issuing.CardUpdateOptions options, AccountId account, AccountId? onBehalfOf, string key,
        CancellationToken cancellationToken) =>
        CallAsync(() => _cards.UpdateAsync(card.Value, options, Request(onBehalfOf, key), cancellationToken), account, cancellationToken);

    private Task<StripeState<Card>> CallAsync(
        Func<Task<global::Stripe.Issuing.Card>> call, AccountId account, CancellationToken cancellationToken) =>
        CallAsync(call, (card, asOf) => CardMapper.Card(card, account, asOf), cancellationToken);

    private async Task<StripeState<TState>> CallAsync<TTheirs, TState>(
        Func<Task<TTheirs>> call, Func<TTheirs, DateTimeOffset, TState> map, CancellationToken cancellationToken)
        where TTheirs : StripeEntity
    {
        var theirs = await StripeErrors.CallAsync(call, Refusal, cancellationToken);
        return new(
            map(theirs, StripeClock.DateOf(theirs.StripeResponse, time)), theirs.StripeResponse?.RequestId,
            theirs.StripeResponse?.Headers?.Contains("Idempotent-Replayed") == true);
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
        if (StripeErrors.Missing(failure) is { } missing)
            return missing;
        RefusalReason? reason = failure switch
        {
            { StripeError: { Code: "parameter_invalid_empty", Param: { } parameter } } when IsOf(parameter, "spending_controls") =>
                parameter.Contains("categories", StringComparison.Ordinal) ? RefusalReason.CategoriesNotCleared
                : parameter.Contains("spending_limits", StringComparison.Ordinal) ? RefusalReason.LimitsNotCleared
                : RefusalReason.ControlsRefused,
            { StripeError.Param: { } parameter } when IsOf(parameter, "spending_controls") => RefusalReason.ControlsRefused,
            { StripeError.Param: { } parameter } when IsOf(parameter, "shipping") => RefusalReason.ShippingRefused,
            { StripeError.Param: "currency" } => RefusalReason.CurrencyRefused,
            _ => null,
        };
        return reason is { } known
            ? new StripeRefusedException(known) { StripeRequestId = requestId, Parameter = failure.StripeError?.Param }
            : null;

        static bool IsOf(string parameter, string root) => parameter.StartsWith(root, StringComparison.Ordinal);
    }
}
