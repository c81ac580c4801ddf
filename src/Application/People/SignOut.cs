using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Ends the session, also for a copy of its cookie.</summary>
public sealed record SignOut(string SessionId, string Name) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("session.sign_out", Name);

    /// <summary>The name alone: the id is a secret.</summary>
    public override string ToString() => nameof(SignOut);
}

internal sealed class SignOutHandler(ISessionStore sessions) : IRequestHandler<SignOut>
{
    public Task Handle(SignOut request, CancellationToken cancellationToken) => sessions.EndAsync(request.SessionId, cancellationToken);
}
