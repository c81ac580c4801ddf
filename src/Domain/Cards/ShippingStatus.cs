namespace CleanIssuing.Domain.Cards;

/// <summary>Where a physical card is on its way.</summary>
public enum ShippingStatus
{
    /// <summary>Being prepared.</summary>
    Pending,

    /// <summary>Handed to the printer or the carrier, not yet under way.</summary>
    Submitted,

    Shipped,

    Delivered,

    Failure,

    Returned,

    /// <summary>Stopped before it was sent.</summary>
    Canceled,
}
