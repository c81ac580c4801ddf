using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>How the person can prove that it is them.</summary>
public sealed record GetStepUpWays : IRequest<StepUpWays>, IAuthorizedRequest
{
    public Requirement Requirement => new SignedIn();
}

/// <param name="DemoCode">The code that the sandbox shows to who has no authenticator app; none elsewhere.</param>
public sealed record StepUpWays(bool HasAuthenticator, string? DemoCode)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(StepUpWays);
}

internal sealed class GetStepUpWaysHandler(IFactorStore factors, IDemoCodes demo, ICurrentActor current)
    : IRequestHandler<GetStepUpWays, StepUpWays>
{
    public async Task<StepUpWays> Handle(GetStepUpWays request, CancellationToken cancellationToken)
    {
        var user = current.Actor.UserId!;
        var hasOne = await factors.FindAuthenticatorAsync(user, cancellationToken) is { ConfirmedAt: not null };
        return new StepUpWays(hasOne, !hasOne && demo.IsOn ? demo.CodeOf(user) : null);
    }
}
