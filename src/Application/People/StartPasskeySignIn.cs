using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Asks the browser for a passkey of anybody who may sign in here.</summary>
public sealed record StartPasskeySignIn : IRequest<PasskeyCeremony>, IAuthorizedRequest
{
    public Requirement Requirement => new Anyone();
}

internal sealed class StartPasskeySignInHandler(IPasskeys passkeys) : IRequestHandler<StartPasskeySignIn, PasskeyCeremony>
{
    public Task<PasskeyCeremony> Handle(StartPasskeySignIn request, CancellationToken cancellationToken) =>
        passkeys.StartProvingAsync(null, cancellationToken);
}
