namespace CleanIssuing.Domain.Authorizations;

/// <summary>What the spend of a day is summed up by.</summary>
public enum SpendDimension
{
    /// <summary>The whole account; the key is empty.</summary>
    Total,

    /// <summary>The merchant's category.</summary>
    Category,

    /// <summary>The merchant's name.</summary>
    Merchant,

    /// <summary>The cardholder's id.</summary>
    Cardholder,
}
