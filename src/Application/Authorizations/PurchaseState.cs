namespace CleanIssuing.Application.Authorizations;

/// <summary>How a purchase stands, in the words in which people look for it.</summary>
public enum PurchaseState
{
    /// <summary>Approved, whatever became of it.</summary>
    Approved,

    /// <summary>Approved, and not captured yet.</summary>
    Pending,

    Declined,

    /// <summary>Approved, and given back before or after it was captured.</summary>
    Returned,
}
