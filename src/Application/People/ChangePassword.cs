using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Gives the person a new password, with the one they have. Every session ends, the one that asks too, and known devices are forgotten:
/// whoever knew the old password is out.
/// </summary>
public sealed record ChangePassword(string CurrentPassword, string NewPassword) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.change_password", "password");

    /// <summary>The name alone: the request carries passwords.</summary>
    public override string ToString() => nameof(ChangePassword);
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(r => r.CurrentPassword).NotEmpty().MaximumLength(200);
        RuleFor(r => r.NewPassword).NotEmpty().MaximumLength(200);
    }
}

internal sealed class ChangePasswordHandler(
    ICredentials credentials, PasswordCheck passwords, IPeopleStore people, ICurrentActor current) : IRequestHandler<ChangePassword>
{
    public async Task Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await passwords.RequireAsync(user, request.CurrentPassword, cancellationToken);
        if (await credentials.FindByIdAsync(user, cancellationToken) is not { } person)
            throw new NotFoundException(EntityKind.Person);
        if (request.NewPassword == request.CurrentPassword)
            throw new RuleViolationException(RefusalReason.PasswordRefused, "PasswordUnchanged");
        var (_, problems) = await people.SetPasswordAsync(person.Email, request.NewPassword, cancellationToken);
        if (problems.Count > 0)
            throw new RuleViolationException(RefusalReason.PasswordRefused, [.. problems]);
    }
}
