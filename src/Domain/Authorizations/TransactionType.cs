namespace CleanIssuing.Domain.Authorizations;

/// <summary>What a transaction does.</summary>
public enum TransactionType
{
    /// <summary>Takes the money.</summary>
    Capture,

    /// <summary>Gives money back.</summary>
    Refund,
}
