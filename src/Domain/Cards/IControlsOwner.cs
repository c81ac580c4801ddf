using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Cards;

/// <summary>What has spending controls: a card, or a cardholder for all of their cards together.</summary>
public interface IControlsOwner
{
    /// <summary>Its id at Stripe.</summary>
    string OwnerId { get; }

    AccountId AccountId { get; }

    SpendingControls SpendingControls { get; }

    /// <summary>The currency that limits are in; none where a cardholder has no limit.</summary>
    Currency? LimitsCurrency { get; }

    /// <summary>The time of the state (UTC).</summary>
    DateTimeOffset AsOf { get; }
}
