namespace CleanIssuing.Domain.Cards;

/// <summary>Why a card was canceled.</summary>
public enum CancellationReason
{
    /// <summary>The cardholder lost it.</summary>
    Lost,

    /// <summary>Somebody took it.</summary>
    Stolen,

    /// <summary>Stripe refused the card's design.</summary>
    DesignRejected,

    /// <summary>Stripe could not make or send the card.</summary>
    FulfillmentError,
}
