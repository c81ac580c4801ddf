namespace CleanIssuing.Domain.Authorizations;

/// <summary>One time that Stripe was asked (https://docs.stripe.com/api/issuing/authorizations/object, <c>request_history</c>).</summary>
/// <param name="AmountMinor">What was asked for, in the minor unit of the card's currency; of an increment, what it adds.</param>
/// <param name="Reason">Why it was approved or declined, as Stripe writes it. The list grows.</param>
/// <param name="ReasonMessage">A reason in words that an authorization webhook or a network gave; empty where there is none.</param>
public sealed record AuthorizationRequest(
    long AmountMinor, bool Approved, string Reason, string ReasonMessage, DateTimeOffset At);
