namespace CleanIssuing.Application.Accounts;

/// <summary>What a restricted key has to allow, as Stripe's Dashboard names it.</summary>
public enum StripePermission
{
    ReadCardholders,
    ReadCards,
    ReadAuthorizations,
    ReadTransactions,
    ReadEvents,
    WriteCards,
    WriteEphemeralKeys,
    WriteAccountSessions,
}
