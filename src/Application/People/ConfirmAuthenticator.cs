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
    IFactorStore factors, IPasskeys passkeys, SecondFactor secondFactor, FactorChange change, ISessionStore sessions,
    IStepUpProofs proofs, IUnitOfWork unitOfWork, ICurrentActor current, TimeProvider time)
    : IRequestHandler<ConfirmAuthenticator, RecoveryCodes>
{
    private static readonly TimeSpan SetUpLasts = TimeSpan.FromMinutes(10);

    public async Task<RecoveryCodes> Handle(ConfirmAuthenticator request, CancellationToken cancellationToken)
    {
        var (user, now) = (current.Actor.UserId!, time.GetUtcNow());
        if (await factors.FindAuthenticatorAsync(user, cancellationToken) is not { } app)
            throw new RuleViolationException(RefusalReason.SecondFactorMissing);
        if (app.ConfirmedAt is not null)
            throw new RuleViolationException(RefusalReason.SecondFactorThere);
        if (app.Key is null || now - app.StartedAt > SetUpLasts)
            throw new RuleViolationException(RefusalReason.SetUpTooOld);
        // Those that were there when it was begun were proven then.
        if ((await passkeys.ListAsync(user, cancellationToken)).Any(p => p.CreatedAt >= app.StartedAt))
            await change.RequireProofAsync(user, cancellationToken);
        var step = await secondFactor.RequireFirstAsync(user, app.Key, request.Code, cancellationToken);
        var codes = RecoveryCodes.Create();
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                // The other of two at the same moment.
                if (!await factors.ConfirmAuthenticatorAsync(user, app.StartedAt, step, now, cancellationToken))
                    throw new RuleViolationException(RefusalReason.SecondFactorThere);
                await factors.ReplaceRecoveryCodesAsync(user, codes.Hashes, cancellationToken);
                await sessions.EndOthersAsync(user, cancellationToken);
            },
            cancellationToken);
        await proofs.AddAsync(null, cancellationToken);
        return codes;
    }
}
