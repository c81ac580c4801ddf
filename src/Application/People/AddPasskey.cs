using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Keeps the passkey that the browser has made. From then on it signs in, and the password alone no longer does. Other sessions end where
/// it is the first factor: they were opened without one.
/// </summary>
public sealed record AddPasskey(PasskeyAnswer Answer, string Name)
    : IRequest<RecoveryCodes?>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.add", "passkey");

    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(AddPasskey);
}

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator()
    {
        RuleFor(r => r.Answer).SetValidator(new PasskeyAnswerValidator());
        RuleFor(r => r.Name).NotEmpty().MaximumLength(Passkey.LongestName);
    }
}

internal sealed class AddPasskeyHandler(
    IPasskeys passkeys, IFactorStore factors, ISessionStore sessions, IStepUpProofs proofs, IUnitOfWork unitOfWork, ICurrentActor current)
    : IRequestHandler<AddPasskey, RecoveryCodes?>
{
    /// <returns>Recovery codes, where the person has none yet.</returns>
    public async Task<RecoveryCodes?> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        RecoveryCodes? codes = null;
        var isKept = false;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                if ((await passkeys.ListAsync(user, cancellationToken)).Count >= Passkey.AtMost)
                    throw new RuleViolationException(RefusalReason.PasskeysAtMost, Passkey.AtMost);
                codes = await factors.HasFactorAsync(user, cancellationToken) ? null : RecoveryCodes.Create();
                isKept = await passkeys.AddAsync(user, request.Answer, request.Name.Trim(), cancellationToken);
                if (!isKept || codes is null)
                    return;
                await factors.ReplaceRecoveryCodesAsync(user, codes.Hashes, cancellationToken);
                await sessions.EndOthersAsync(user, cancellationToken);
            },
            cancellationToken);
        if (!isKept)
            throw new RuleViolationException(RefusalReason.PasskeyRefused);
        await proofs.AddAsync(null, cancellationToken);
        return codes;
    }
}
