using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Removes the authenticator app and the recovery codes, with a code of the app.</summary>
public sealed record RemoveAuthenticator(string Code) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.remove", "authenticator");

    /// <summary>The name alone: the request carries a code.</summary>
    public override string ToString() => nameof(RemoveAuthenticator);
}

internal sealed class RemoveAuthenticatorValidator : AbstractValidator<RemoveAuthenticator>
{
    public RemoveAuthenticatorValidator() => RuleFor(r => r.Code).NotEmpty().MaximumLength(40);
}

internal sealed class RemoveAuthenticatorHandler(
    IFactorStore factors, SecondFactor secondFactor, ISessionStore sessions, ICurrentActor current)
    : IRequestHandler<RemoveAuthenticator>
{
    public async Task Handle(RemoveAuthenticator request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await secondFactor.RequireAuthenticatorAsync(user, request.Code, cancellationToken);
        await factors.RemoveAuthenticatorAsync(user, cancellationToken);
        // They were opened with it.
        await sessions.EndOthersAsync(user, cancellationToken);
    }
}
