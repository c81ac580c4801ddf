using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Gives a person a new password, and ends their sessions.</summary>
public sealed record SetPassword(string Email, string Password) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SystemOnly();

    public AuditedAction Audit => new("people.set_password", Email);

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(SetPassword);
}

internal sealed class SetPasswordValidator : AbstractValidator<SetPassword>
{
    public SetPasswordValidator()
    {
        RuleFor(r => r.Email).NotEmpty().MaximumLength(254);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(200);
    }
}

internal sealed class SetPasswordHandler(IPeopleStore people) : IRequestHandler<SetPassword>
{
    public async Task Handle(SetPassword request, CancellationToken cancellationToken)
    {
        var (found, problems) = await people.SetPasswordAsync(request.Email, request.Password, cancellationToken);
        if (!found)
            throw new NotFoundException(EntityKind.Person);
        if (problems.Count > 0)
            throw new RuleViolationException(RefusalReason.PasswordRefused, [.. problems]);
    }
}
