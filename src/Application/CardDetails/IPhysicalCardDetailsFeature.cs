namespace CleanIssuing.Application.CardDetails;

/// <summary>Whether an account shows number and security code of physical cards: Stripe Support has to have enabled it.</summary>
public interface IPhysicalCardDetailsFeature
{
    Task<bool> IsOnForAsync(AccountId account);
}
