namespace CleanIssuing.Application.Accounts;

/// <summary>The database was set up for another mode, or for another platform account.</summary>
public sealed class InstallationMismatchException(Installation stored, PortalMode mode, AccountId? platform)
    : Exception("The database belongs to another mode or platform account.")
{
    public Installation Stored { get; } = stored;

    public PortalMode Mode { get; } = mode;

    /// <summary>The account of the keys; none where the modes differ, for then Stripe was not asked.</summary>
    public AccountId? Platform { get; } = platform;
}
