using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Removes the authenticator app, with a code of it. With the last factor, the recovery codes go too.</summary>
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
    IFactorStore factors, SecondFactor secondFactor, FactorChange change, ICurrentActor current)
    : IRequestHandler<RemoveAuthenticator>
{
    public async Task Handle(RemoveAuthenticator request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await secondFactor.RequireAuthenticatorAsync(user, request.Code, cancellationToken);
        await change.RemoveAsync(user, () => factors.RemoveAuthenticatorAsync(user, cancellationToken), cancellationToken);
    }
}
