namespace CleanIssuing.Domain.Authorizations;

/// <summary>
/// Where an authorization stands (https://docs.stripe.com/api/issuing/authorizations/object#issuing_authorization_object-status).
/// </summary>
public enum AuthorizationStatus
{
    /// <summary>Money is held, and waits to be captured.</summary>
    Pending,

    /// <summary>Captured, or declined.</summary>
    Closed,

    /// <summary>Given back before it was captured.</summary>
    Reversed,

    /// <summary>Never captured in time.</summary>
    Expired,
}
