using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Asks the browser for a new passkey. The password is asked for, and of who has a factor already a proof of it: a stolen session must not
/// get a factor of its own.
/// </summary>
public sealed record StartPasskey(string Password) : IRequest<PasskeyCeremony>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.start", "passkey");

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(StartPasskey);
}

internal sealed class StartPasskeyValidator : AbstractValidator<StartPasskey>
{
    public StartPasskeyValidator() => RuleFor(r => r.Password).NotEmpty().MaximumLength(200);
}

internal sealed class StartPasskeyHandler(IPasskeys passkeys, PasswordCheck passwords, FactorChange change, ICurrentActor current)
    : IRequestHandler<StartPasskey, PasskeyCeremony>
{
    public async Task<PasskeyCeremony> Handle(StartPasskey request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await passwords.RequireAsync(user, request.Password, cancellationToken);
        await change.RequireProofAsync(user, cancellationToken);
        if ((await passkeys.ListAsync(user, cancellationToken)).Count >= Passkey.AtMost)
            throw new RuleViolationException(RefusalReason.PasskeysAtMost, Passkey.AtMost);
        return await passkeys.StartAddingAsync(user, cancellationToken);
    }
}
