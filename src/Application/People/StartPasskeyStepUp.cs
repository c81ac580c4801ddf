using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Asks the browser for a passkey of the person of the session.</summary>
public sealed record StartPasskeyStepUp : IRequest<PasskeyCeremony>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

internal sealed class StartPasskeyStepUpHandler(IPasskeys passkeys, ICurrentActor current)
    : IRequestHandler<StartPasskeyStepUp, PasskeyCeremony>
{
    public Task<PasskeyCeremony> Handle(StartPasskeyStepUp request, CancellationToken cancellationToken) =>
        passkeys.StartProvingAsync(current.Actor.UserId, cancellationToken);
}
