using MediatR;

namespace CleanIssuing.Application.Accounts;

/// <summary>
/// Checks that the database belongs to this mode and to the account of the keys, and records both in a new database.
/// </summary>
/// <returns>Whether Stripe has confirmed the account; false where Stripe does not answer and the database knows its account.</returns>
/// <exception cref="InstallationMismatchException">The database belongs to another mode or account.</exception>
public sealed record ConfirmPlatform(PortalMode Mode) : IRequest<bool>, IAuthorizedRequest
{
    public Requirement Requirement => new SystemOnly();
}

internal sealed class ConfirmPlatformHandler(
    IInstallationStore store, IStripeAccountReader stripe, PlatformConfirmation confirmation, TimeProvider time)
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
            platform = await stripe.GetPlatformIdAsync(cancellationToken);
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
