using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Accounts;

/// <summary>What an account has decided for itself.</summary>
/// <param name="StepUp">For which card details people prove anew that it is them.</param>
/// <param name="AdminsSeePins">Whether an admin may be shown the PIN of somebody else's card.</param>
public sealed record AccountSettings(StepUpScope StepUp, bool AdminsSeePins)
{
    /// <summary>Until the account decides.</summary>
    public static AccountSettings Default { get; } = new(StepUpScope.AllDetails, AdminsSeePins: false);
}
