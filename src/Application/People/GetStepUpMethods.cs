using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>How the person can prove that it is them.</summary>
public sealed record GetStepUpMethods : IRequest<StepUpMethods>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

/// <param name="IsProven">Whether they have lately: then only a PIN asks once more.</param>
/// <param name="DemoCode">The code that the sandbox shows to who has no second factor; none elsewhere.</param>
public sealed record StepUpMethods(bool HasAuthenticator, bool HasPasskey, bool IsProven, string? DemoCode)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(StepUpMethods);
}

internal sealed class GetStepUpMethodsHandler(
    IFactorStore factors, IStepUpProofs proofs, IDemoCodes demo, ICurrentActor current)
    : IRequestHandler<GetStepUpMethods, StepUpMethods>
{
    public async Task<StepUpMethods> Handle(GetStepUpMethods request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var hasApp = await factors.HasAuthenticatorAsync(user, cancellationToken);
        var hasPasskey = await factors.HasPasskeyAsync(user, cancellationToken);
        return new StepUpMethods(hasApp, hasPasskey, proofs.IsFresh, !hasApp && !hasPasskey && demo.IsOn ? demo.CodeOf(user) : null);
    }
}
