namespace CleanIssuing.Domain.Cards;

/// <summary>Where a physical card is on its way.</summary>
public enum ShippingStatus
{
    /// <summary>Being prepared.</summary>
    Pending,

    /// <summary>Handed to the printer or the carrier, not yet under way.</summary>
    Submitted,

    /// <summary>Under way.</summary>
    Shipped,

    /// <summary>Arrived.</summary>
    Delivered,

    /// <summary>Could not be delivered.</summary>
    Failure,

    /// <summary>Came back to the sender.</summary>
    Returned,

    /// <summary>Stopped before it was sent.</summary>
    Canceled,
}
