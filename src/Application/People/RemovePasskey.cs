using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Removes a passkey of the person, who proves first that it is them. With the last factor, the recovery codes go too.</summary>
public sealed record RemovePasskey(string Key, string Password) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.remove", "passkey");

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(RemovePasskey);
}

internal sealed class RemovePasskeyValidator : AbstractValidator<RemovePasskey>
{
    public RemovePasskeyValidator()
    {
        RuleFor(r => r.Key).NotEmpty().MaximumLength(1500);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(200);
    }
}

internal sealed class RemovePasskeyHandler(IPasskeys passkeys, PasswordCheck passwords, FactorChange change, ICurrentActor current)
    : IRequestHandler<RemovePasskey>
{
    public async Task Handle(RemovePasskey request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await passwords.RequireAsync(user, request.Password, cancellationToken);
        await change.RequireProofAsync(user, cancellationToken);
        if (!await change.RemoveAsync(user, () => passkeys.RemoveAsync(user, request.Key, cancellationToken), cancellationToken))
            throw new NotFoundException(EntityKind.Passkey);
    }
}
