using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Proves that the person of a session is still its person, with the code of their authenticator app: a recovery code does not. In the
/// sandbox, people without one are shown a code to type in instead.
/// </summary>
/// <param name="PinCardId">The card whose PIN is to be shown, once; none for all else.</param>
public sealed record StepUp(string Code, CardId? PinCardId) : IRequest, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new ConfirmsIdentity(PinCardId);

    public AuditedAction Audit => new("session.step_up", PinCardId?.Value ?? "session");

    /// <summary>The name alone: the request carries a code.</summary>
    public override string ToString() => nameof(StepUp);
}

internal sealed class StepUpValidator : AbstractValidator<StepUp>
{
    public StepUpValidator() => RuleFor(r => r.Code).NotEmpty().MaximumLength(40);
}

internal sealed class StepUpHandler(ICurrentActor current, SecondFactor secondFactor, IStepUpProofs proofs) : IRequestHandler<StepUp>
{
    public async Task Handle(StepUp request, CancellationToken cancellationToken)
    {
        await secondFactor.RequireAsync(current.Actor.UserId!, request.Code, cancellationToken);
        await proofs.AddAsync(request.PinCardId, cancellationToken);
    }
}
