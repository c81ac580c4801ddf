using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>How the person can prove that it is them.</summary>
public sealed record GetStepUpMethods : IRequest<StepUpMethods>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

/// <param name="DemoCode">The code that the sandbox shows to who has no authenticator app; none elsewhere.</param>
public sealed record StepUpMethods(bool HasAuthenticator, string? DemoCode)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(StepUpMethods);
}

internal sealed class GetStepUpMethodsHandler(IFactorStore factors, IDemoCodes demo, ICurrentActor current)
    : IRequestHandler<GetStepUpMethods, StepUpMethods>
{
    public async Task<StepUpMethods> Handle(GetStepUpMethods request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var hasOne = await factors.HasAuthenticatorAsync(user, cancellationToken);
        return new StepUpMethods(hasOne, !hasOne && demo.IsOn ? demo.CodeOf(user) : null);
    }
}
