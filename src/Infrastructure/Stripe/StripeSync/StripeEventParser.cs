using System.Text.Json;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.StripeSync.Webhooks;
using CleanIssuing.Infrastructure.Stripe.Authorizations;
using CleanIssuing.Infrastructure.Stripe.Cards;
using MediatR;
using Microsoft.Extensions.Options;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe.StripeSync;

/// <summary>https://docs.stripe.com/webhooks#verify-events</summary>
internal sealed class StripeEventParser(IOptions<StripeOptions> options, TimeProvider time) : IStripeEventParser
{
    public WebhookEvent? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var id = root.GetProperty("id").GetString();
            var type = root.GetProperty("type").GetString();
            if (id is not { Length: > 4 and <= 255 } || !id.StartsWith("evt_", StringComparison.Ordinal)
                || type is not { Length: > 0 and <= 255 } || body.Contains("\\u0000", StringComparison.Ordinal))
                throw new FormatException("An event has an id and a type.");
            var account = root.TryGetProperty("account", out var named) ? named.GetString() : null;
            if (account is not null && !AccountId.IsValid(account))
                throw new FormatException("The account of an event is an account's id.");
            if (root.GetProperty("livemode").GetBoolean() != options.Value.IsLive)
                return null;
            var now = time.GetUtcNow();
            return new WebhookEvent
            {
                Id = id,
                Type = type,
                AccountId = account is null ? null : AccountId.Parse(account),
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("created").GetInt64()),
                ReceivedAt = now,
                DueAt = now,
                Payload = body,
            };
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("This is not an event.", wrong);
        }
    }

    public INotification? ToNotification(WebhookEvent received, AccountId platform)
    {
        var kind = received.Type[..Math.Max(0, received.Type.IndexOf('.', StringComparison.Ordinal))];
        if (kind is not ("issuing_card" or "issuing_cardholder" or "issuing_authorization" or "issuing_transaction")
            || received.Type == "issuing_authorization.request")
            return null;

        var account = received.AccountId ?? platform;
        var parsed = EventUtility.ParseEvent(received.Payload, throwOnApiVersionMismatch: false);
        return parsed.Data.Object switch
        {
            global::Stripe.Issuing.Card card => new StripeCardUpdated(CardMapper.Card(card, account, received.CreatedAt)),
            global::Stripe.Issuing.Cardholder cardholder =>
                new StripeCardholderUpdated(CardMapper.Cardholder(cardholder, account, received.CreatedAt)),
            global::Stripe.Issuing.Authorization authorization =>
                new StripeAuthorizationUpdated(AuthorizationMapper.Authorization(authorization, account, received.CreatedAt)),
            global::Stripe.Issuing.Transaction transaction =>
                new StripeTransactionUpdated(AuthorizationMapper.Transaction(transaction, account, received.CreatedAt)),
            _ => throw new FormatException("The event does not carry what its type says."),
        };
    }
}
