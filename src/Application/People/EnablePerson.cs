using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Lets a person who was disabled sign in again, with the password and the roles they had.</summary>
public sealed record EnablePerson(string Email) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SystemOnly();

    public AuditedAction Audit => new("people.enable", Email);
}

internal sealed class EnablePersonValidator : AbstractValidator<EnablePerson>
{
    public EnablePersonValidator() => RuleFor(r => r.Email).NotEmpty().MaximumLength(254);
}

internal sealed class EnablePersonHandler(IPeopleStore people) : IRequestHandler<EnablePerson>
{
    public async Task Handle(EnablePerson request, CancellationToken cancellationToken)
    {
        if (!await people.EnableAsync(request.Email, cancellationToken))
            throw new NotFoundException(EntityKind.Person);
    }
}
