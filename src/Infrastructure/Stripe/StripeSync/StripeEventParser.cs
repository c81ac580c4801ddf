using System.Text.Json;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Domain.People;
using CleanIssuing.Infrastructure.Stripe.Cards;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Issuing;

namespace CleanIssuing.Infrastructure.Stripe.Authorizations;

/// <summary>https://docs.stripe.com/webhooks#verify-events</summary>
internal sealed class EventReader(IOptions<StripeOptions> options, TimeProvider time) : IEventReader
{
    private const long ToleranceSeconds = 300;

    public bool IsSigned(string body, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        foreach (var secret in options.Value.WebhookSecrets)
        {
            try
            {
                EventUtility.ValidateSignature(body, signature, secret, ToleranceSeconds, time.GetUtcNow().ToUnixTimeSeconds());
                return true;
            }
            catch (StripeException)
            {
                // Not with this one: while a secret is rotated, another may fit.
            }
        }

        return false;
    }

    public InboxEvent Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var id = root.GetProperty("id").GetString();
            var type = root.GetProperty("type").GetString();
            if (id is not { Length: > 4 and <= 255 } || !id.StartsWith("evt_", StringComparison.Ordinal) || type is not { Length: > 0 and <= 255 })
                throw new FormatException("An event has an id and a type.");
            var account = root.TryGetProperty("account", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            var now = time.GetUtcNow();
            return new InboxEvent
            {
                Id = id,
                Type = type,
                AccountId = AccountId.IsValid(account) ? AccountId.Parse(account) : null,
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("created").GetInt64()),
                ReceivedAt = now,
                DueAt = now,
                Payload = body,
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("This is not an event.", wrong);
        }
    }

    public IStripeNotification? Translate(InboxEvent taken, AccountId platform)
    {
        var kind = taken.Type[..Math.Max(0, taken.Type.IndexOf('.', StringComparison.Ordinal))];
        if (kind is not ("issuing_card" or "issuing_cardholder" or "issuing_authorization" or "issuing_transaction")
            || taken.Type == "issuing_authorization.request")
            return null;

        var account = taken.AccountId ?? platform;
        var told = EventUtility.ParseEvent(taken.Payload, throwOnApiVersionMismatch: false);
        return told.Data.Object switch
        {
            global::Stripe.Issuing.Card card => new CardTold(IssuingObjects.Card(card, account, taken.CreatedAt)),
            Cardholder cardholder => new CardholderTold(IssuingObjects.Cardholder(cardholder, account, taken.CreatedAt)),
            Authorization authorization => new AuthorizationTold(PurchaseObjects.Authorization(authorization, account, taken.CreatedAt)),
            Transaction transaction => new TransactionTold(PurchaseObjects.Transaction(transaction, account, taken.CreatedAt)),
            _ => throw new FormatException("The event does not carry what its type says."),
        };
    }
}
