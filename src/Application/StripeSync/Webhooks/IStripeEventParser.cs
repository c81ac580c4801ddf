using MediatR;

namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Reads events of Stripe's.</summary>
public interface IStripeEventParser
{
    /// <returns>
    /// None where the event is of the other mode: Stripe sends a live endpoint of Connect also what happens in test mode
    /// (https://docs.stripe.com/connect/webhooks).
    /// </returns>
    /// <exception cref="FormatException">It is no event.</exception>
    WebhookEvent? Parse(string body);

    /// <summary>
    /// What the event tells, as a notification of the module whose object it carries; none where nothing here handles it.
    /// </summary>
    /// <exception cref="FormatException">It does not carry what its type says.</exception>
    INotification? ToNotification(WebhookEvent received, AccountId platform);
}
