using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>Makes new recovery codes, with a code of the authenticator app. The old ones are worth nothing from then on.</summary>
public sealed record CreateRecoveryCodes(string Code) : IRequest<RecoveryCodes>, IAuthorizedRequest, IAuditedRequest
{
    public Requirement Requirement => new SignedIn();

    public AuditedAction Audit => new("factor.recovery_codes", "recovery codes");

    /// <summary>The name alone: the request carries a code.</summary>
    public override string ToString() => nameof(CreateRecoveryCodes);
}

internal sealed class CreateRecoveryCodesValidator : AbstractValidator<CreateRecoveryCodes>
{
    public CreateRecoveryCodesValidator() => RuleFor(r => r.Code).NotEmpty().MaximumLength(40);
}

internal sealed class CreateRecoveryCodesHandler(IFactorStore factors, SecondFactor secondFactor, ICurrentActor current)
    : IRequestHandler<CreateRecoveryCodes, RecoveryCodes>
{
    public async Task<RecoveryCodes> Handle(CreateRecoveryCodes request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        await secondFactor.RequireAuthenticatorAsync(user, request.Code, cancellationToken);
        var codes = RecoveryCodes.Create();
        await factors.ReplaceRecoveryCodesAsync(user, codes.Hashes, cancellationToken);
        return codes;
    }
}
