using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Ends a person's sessions at once and keeps them from signing in.</summary>
public sealed record DisablePerson(string Email) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SystemOnly();

    public AuditedAction Audit => new("people.disable", Email);
}

internal sealed class DisablePersonValidator : AbstractValidator<DisablePerson>
{
    public DisablePersonValidator() => RuleFor(r => r.Email).NotEmpty().MaximumLength(254);
}

internal sealed class DisablePersonHandler(IPeopleStore people) : IRequestHandler<DisablePerson>
{
    public async Task Handle(DisablePerson request, CancellationToken cancellationToken)
    {
        if (!await people.DisableAsync(request.Email, cancellationToken))
            throw new NotFoundException(EntityKind.Person);
    }
}
