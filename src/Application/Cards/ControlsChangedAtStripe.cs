using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>Spending controls were changed elsewhere: in the Dashboard, in Stripe's component, by another program.</summary>
/// <param name="Owner">The card or the cardholder as they are now.</param>
public sealed record ControlsChangedAtStripe(IControlsOwner Owner, SpendingControls Before) : INotification;
