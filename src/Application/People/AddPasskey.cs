using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Keeps the passkey that the browser has made. From then on it signs in, and the password alone no longer does. Other sessions end where
/// it is the first factor: they were opened without one.
/// </summary>
/// <param name="Ceremony">The question that it answers.</param>
/// <param name="Credential">The browser’s answer, as JSON.</param>
public sealed record AddPasskey(string Ceremony, string Credential, string Name)
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
        RuleFor(r => r.Ceremony).NotEmpty().MaximumLength(100);
        RuleFor(r => r.Credential).NotEmpty().MaximumLength(20_000);
        RuleFor(r => r.Name).NotEmpty().MaximumLength(Passkey.LongestName);
    }
}

internal sealed class AddPasskeyHandler(
    IPasskeys passkeys, IFactorStore factors, ISessionStore sessions, IStepUpProofs proofs, ICurrentActor current)
    : IRequestHandler<AddPasskey, RecoveryCodes?>
{
    /// <returns>Recovery codes, where the person has none yet.</returns>
    public async Task<RecoveryCodes?> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var isFirst = !await factors.HasFactorAsync(user, cancellationToken);
        if (!await passkeys.AddAsync(user, request.Ceremony, request.Credential, request.Name.Trim(), cancellationToken))
            throw new RuleViolationException(RefusalReason.PasskeyRefused);
        await proofs.AddAsync(null, cancellationToken);
        if (!isFirst)
            return null;
        var codes = RecoveryCodes.Create();
        await factors.ReplaceRecoveryCodesAsync(user, codes.Hashes, cancellationToken);
        await sessions.EndOthersAsync(user, cancellationToken);
        return codes;
    }
}
