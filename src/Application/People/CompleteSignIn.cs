using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Opens the session of somebody whose password was right, with the code of their authenticator app or a recovery code. Answers nothing
/// where that password is no longer theirs, or they may no longer sign in.
/// </summary>
/// <param name="Stamp">What the person's credentials were marked with when the password was checked.</param>
/// <param name="DeviceName">What the browser calls itself.</param>
/// <param name="PreviousSession">The session of this browser, which ends.</param>
public sealed record CompleteSignIn(string UserId, string Stamp, string Code, string DeviceName, string? PreviousSession)
    : IRequest<SecondFactorOutcome?>, IAuthorizedRequest
{
    public Requirement Requirement => new Anyone();

    /// <summary>The name alone: the request carries a code.</summary>
    public override string ToString() => nameof(CompleteSignIn);
}

/// <param name="Person">Who is signed in; none where the code was refused.</param>
public sealed record SecondFactorOutcome(SecondFactorResult Proof, SignedInPerson? Person);

internal sealed class CompleteSignInValidator : AbstractValidator<CompleteSignIn>
{
    public CompleteSignInValidator()
    {
        RuleFor(r => r.UserId).NotEmpty();
        RuleFor(r => r.Code).NotEmpty().MaximumLength(40);
    }
}

internal sealed class CompleteSignInHandler(
    ICredentials credentials, SecondFactor secondFactor, SessionOpening opening, IAuditLog log, ICurrentActor current)
    : IRequestHandler<CompleteSignIn, SecondFactorOutcome?>
{
    public async Task<SecondFactorOutcome?> Handle(CompleteSignIn request, CancellationToken cancellationToken)
    {
        // A password that was changed meanwhile must not let the old one in.
        if (await credentials.FindByIdAsync(request.UserId, cancellationToken) is not { } person)
            return null;
        if (person.IsDisabled || person.Stamp != request.Stamp)
        {
            await DenyAsync(person, "session.sign_in_failed", person.IsDisabled ? "person_disabled" : "credentials_changed");
            return null;
        }

        var proof = await secondFactor.CheckAsync(person.UserId, request.Code, isSigningIn: true, cancellationToken);
        if (proof is SecondFactorResult.Wrong or SecondFactorResult.Locked)
        {
            var isLocked = proof == SecondFactorResult.Locked;
            await DenyAsync(person, isLocked ? "session.locked" : "session.sign_in_failed", isLocked ? "locked" : "code_wrong");
            return new SecondFactorOutcome(proof, null);
        }

        var session = await opening.OpenAsync(person, request.DeviceName, request.PreviousSession, proof, cancellationToken);
        return new SecondFactorOutcome(proof, new SignedInPerson(person.UserId, session, person.Stamp));
    }

    private Task DenyAsync(Credential person, string action, string reason) => log.DenyAsync(
        new AuditedAction(action, person.Email), Actor.Person(person.UserId, person.Email, current.Actor.IpAddress), null, reason,
        CancellationToken.None);
}
