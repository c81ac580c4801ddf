using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>What the person signs in with, and where they are signed in.</summary>
/// <param name="BegunAfter">Sessions that began before have ended by themselves.</param>
/// <param name="SeenAfter">So have those in which nothing was done since.</param>
public sealed record GetSecurity(DateTimeOffset BegunAfter, DateTimeOffset SeenAfter) : IRequest<Security>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

/// <param name="AuthenticatorSince">When the authenticator app was set up; none where there is none.</param>
/// <param name="Passkeys">The oldest first.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="Sessions">The one that asks first, then the latest.</param>
public sealed record Security(
    DateTimeOffset? AuthenticatorSince, IReadOnlyList<Passkey> Passkeys, int RecoveryCodes, IReadOnlyList<OpenSession> Sessions);

internal sealed class GetSecurityHandler(IFactorStore factors, IPasskeys passkeys, ISessionStore sessions, ICurrentActor current)
    : IRequestHandler<GetSecurity, Security>
{
    public async Task<Security> Handle(GetSecurity request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        return new Security(
            (await factors.FindAuthenticatorAsync(user, cancellationToken))?.ConfirmedAt,
            await passkeys.ListAsync(user, cancellationToken),
            await factors.CountRecoveryCodesAsync(user, cancellationToken),
            [
                .. (await sessions.ListAsync(user, cancellationToken))
                    .Where(s => s.BegunAt > request.BegunAfter && s.LastSeenAt > request.SeenAfter),
            ]);
    }
}
