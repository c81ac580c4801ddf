using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Proves with a passkey that the person of a session is still its person.</summary>
/// <param name="PinCardId">The card whose PIN is to be shown, once; none for all else.</param>
public sealed record StepUpWithPasskey(PasskeyAnswer Answer, CardId? PinCardId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ConfirmsIdentity(PinCardId);

    public AuditedAction Audit => new("session.step_up", PinCardId?.Value ?? "session");

    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(StepUpWithPasskey);
}

internal sealed class StepUpWithPasskeyValidator : AbstractValidator<StepUpWithPasskey>
{
    public StepUpWithPasskeyValidator() => RuleFor(r => r.Answer).SetValidator(new PasskeyAnswerValidator());
}

internal sealed class StepUpWithPasskeyHandler(ICurrentActor current, IPasskeys passkeys, IStepUpProofs proofs)
    : IRequestHandler<StepUpWithPasskey>
{
    public async Task Handle(StepUpWithPasskey request, CancellationToken cancellationToken)
    {
        if (await passkeys.ProveAsync(current.Actor.UserId!, request.Answer, cancellationToken) is null)
            throw new RuleViolationException(RefusalReason.PasskeyRefused);
        await proofs.AddAsync(request.PinCardId, cancellationToken);
    }
}
