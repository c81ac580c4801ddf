using CleanIssuing.Domain.Cards;
using MediatR;

namespace CleanIssuing.Application.Cards;

/// <summary>The spending controls of a card were changed elsewhere: in the Dashboard, in Stripe's component, by another program.</summary>
/// <param name="Card">The card as it is now.</param>
public sealed record ControlsChangedAtStripe(Card Card, SpendingControls Before) : INotification;
