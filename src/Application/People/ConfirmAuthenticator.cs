using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Sets up the authenticator app whose first code the person types in. From then on it is asked for at sign-in. Other sessions end: they
/// were opened without it.
/// </summary>
public sealed record ConfirmAuthenticator(string Code) : IRequest<RecoveryCodes>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.add", "authenticator");

    /// <summary>The name alone: the request carries a code.</summary>
    public override string ToString() => nameof(ConfirmAuthenticator);
}

internal sealed class ConfirmAuthenticatorValidator : AbstractValidator<ConfirmAuthenticator>
{
    public ConfirmAuthenticatorValidator() => RuleFor(r => r.Code).NotEmpty().MaximumLength(40);
}

internal sealed class ConfirmAuthenticatorHandler(
    IFactorStore factors, ISessionStore sessions, IStepUpProofs proofs, ICurrentActor current, TimeProvider time)
    : IRequestHandler<ConfirmAuthenticator, RecoveryCodes>
{
    public async Task<RecoveryCodes> Handle(ConfirmAuthenticator request, CancellationToken cancellationToken)
    {
        var (user, now) = (current.Actor.UserId!, time.GetUtcNow());
        if (await factors.FindAuthenticatorAsync(user, cancellationToken) is not { } authenticator)
            throw new RuleViolationException(RefusalReason.SecondFactorMissing);
        if (authenticator.ConfirmedAt is not null)
            throw new RuleViolationException(RefusalReason.SecondFactorThere);
        var typed = string.Concat(request.Code.Where(c => !char.IsWhiteSpace(c)));
        if (Totp.Match(authenticator.Key, typed, now) is not { } step)
            throw new RuleViolationException(RefusalReason.CodeWrong);
        // The other of two at the same moment.
        if (!await factors.ConfirmAuthenticatorAsync(user, step, now, cancellationToken))
            throw new RuleViolationException(RefusalReason.SecondFactorThere);
        var codes = RecoveryCodes.Create();
        await factors.ReplaceRecoveryCodesAsync(user, codes.Hashes, cancellationToken);
        await proofs.AddAsync(null, cancellationToken);
        await sessions.EndOthersAsync(user, cancellationToken);
        return codes;
    }
}
