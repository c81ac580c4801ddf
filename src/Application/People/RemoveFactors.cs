using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Takes the authenticator app, the passkeys and the recovery codes away from somebody who has lost them, and ends their sessions. Their
/// password lets them in again.
/// </summary>
public sealed record RemoveFactors(string Email) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SystemOnly();

    public AuditedAction Audit => new("people.remove_factors", Email);
}

internal sealed class RemoveFactorsValidator : AbstractValidator<RemoveFactors>
{
    public RemoveFactorsValidator() => RuleFor(r => r.Email).NotEmpty().MaximumLength(254);
}

internal sealed class RemoveFactorsHandler(ICredentials credentials, IFactorStore factors, ISessionStore sessions)
    : IRequestHandler<RemoveFactors>
{
    public async Task Handle(RemoveFactors request, CancellationToken cancellationToken)
    {
        if (await credentials.FindAsync(request.Email, cancellationToken) is not { } person)
            throw new NotFoundException(EntityKind.Person);
        if (!await factors.RemoveAllAsync(person.UserId, cancellationToken))
            throw new RuleViolationException(RefusalReason.SecondFactorMissing);
        await sessions.EndOthersAsync(person.UserId, cancellationToken);
    }
}
