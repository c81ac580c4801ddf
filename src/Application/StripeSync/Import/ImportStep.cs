namespace CleanIssuing.Application.StripeSync.Import;

/// <summary>What is imported, in this order.</summary>
public enum ImportStep
{
    Cardholders,
    Cards,
    Authorizations,
}
