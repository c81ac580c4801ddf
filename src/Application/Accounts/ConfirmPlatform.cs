using CleanIssuing.Application.Common;
using CleanIssuing.Domain.People;
using MediatR;

namespace CleanIssuing.Application.Accounts;

/// <summary>
/// Checks that the database belongs to this mode and to the account of the keys, and records both in a new database.
/// </summary>
/// <returns>Whether Stripe has confirmed the account; false where Stripe does not answer and the database knows its account.</returns>
/// <exception cref="InstallationMismatchException">The database belongs to another mode or account.</exception>
public sealed record ConfirmPlatform(PortalMode Mode) : IRequest<bool>, IAuthorizedRequest
{
    public Requirement Requirement => new TheSystem();
}

/// <summary>The database was set up for another mode, or for another platform account.</summary>
public sealed class InstallationMismatchException(Installation stored, PortalMode mode, AccountId? platform)
    : Exception("The database belongs to another mode or platform account.")
{
    public Installation Stored { get; } = stored;

    public PortalMode Mode { get; } = mode;

    /// <summary>The account of the keys; none where the modes differ, for then Stripe was not asked.</summary>
    public AccountId? Platform { get; } = platform;
}

internal sealed class ConfirmPlatformHandler(
    IInstallationStore store, IPlatformAccountReader stripe, PlatformConfirmation confirmation, TimeProvider time)
    : IRequestHandler<ConfirmPlatform, bool>
{
    public async Task<bool> Handle(ConfirmPlatform request, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(cancellationToken);
        if (stored is not null && stored.Mode != request.Mode)
            throw new InstallationMismatchException(stored, request.Mode, null);

        AccountId platform;
        try
        {
            platform = await stripe.GetIdAsync(cancellationToken);
        }
        catch (ExpectedException) when (stored is not null)
        {
            return false;
        }

        if (stored is null)
            await store.RecordAsync(new Installation(request.Mode, platform, time.GetUtcNow()), cancellationToken);
        else if (stored.Platform != platform)
            throw new InstallationMismatchException(stored, request.Mode, platform);
        confirmation.Confirm();
        return true;
    }
}
