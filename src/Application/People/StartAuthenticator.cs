using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Makes the key that an authenticator app is set up with. The password is asked for and, for anyone with a passkey, proof with it: a
/// stolen session must not get a factor of its own.
/// </summary>
public sealed record StartAuthenticator(string Password) : IRequest<Authenticator>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.start", "authenticator");

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(StartAuthenticator);
}

internal sealed class StartAuthenticatorValidator : AbstractValidator<StartAuthenticator>
{
    public StartAuthenticatorValidator() => RuleFor(r => r.Password).NotEmpty().MaximumLength(200);
}

internal sealed class StartAuthenticatorHandler(
    IFactorStore factors, PasswordCheck passwords, FactorChange change, ICurrentActor current, TimeProvider time)
    : IRequestHandler<StartAuthenticator, Authenticator>
{
    public async Task<Authenticator> Handle(StartAuthenticator request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await passwords.RequireAsync(user, request.Password, cancellationToken);
        if (await factors.HasAuthenticatorAsync(user, cancellationToken))
            throw new RuleViolationException(RefusalReason.SecondFactorThere);
        await change.RequireProofAsync(user, cancellationToken);
        var (key, now) = (Totp.CreateKey(), time.GetUtcNow());
        return await factors.StartAuthenticatorAsync(user, key, now, cancellationToken)
            ? new Authenticator(key, now, null)
            : throw new RuleViolationException(RefusalReason.SecondFactorThere);
    }
}
