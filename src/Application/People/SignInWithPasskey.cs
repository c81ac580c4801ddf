using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Opens the session of whoever holds the passkey, which is two factors in one: the device, and what unlocks it. Answers nothing where the
/// passkey is refused, or its person may no longer sign in.
/// </summary>
/// <param name="DeviceName">What the browser calls itself.</param>
/// <param name="PreviousSession">The session of this browser, which ends.</param>
public sealed record SignInWithPasskey(PasskeyAnswer Answer, string DeviceName, string? PreviousSession)
    : IRequest<SignedInPerson?>, IAuthorizedRequest
{
    public Requirement Requirement => new Anyone();

    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(SignInWithPasskey);
}

internal sealed class SignInWithPasskeyValidator : AbstractValidator<SignInWithPasskey>
{
    public SignInWithPasskeyValidator() => RuleFor(r => r.Answer).SetValidator(new PasskeyAnswerValidator());
}

internal sealed class SignInWithPasskeyHandler(
    IPasskeys passkeys, ICredentials credentials, SessionOpening opening, IAuditLog log, ICurrentActor current)
    : IRequestHandler<SignInWithPasskey, SignedInPerson?>
{
    public async Task<SignedInPerson?> Handle(SignInWithPasskey request, CancellationToken cancellationToken)
    {
        var person = await passkeys.ProveAsync(null, request.Answer, cancellationToken) is { } user
            ? await credentials.FindByIdAsync(user, cancellationToken)
            : null;
        if (person is null || person.IsDisabled)
        {
            await log.DenyAsync(
                new AuditedAction("session.sign_in_failed", person?.Email ?? "unknown"), current.Actor, null,
                person is null ? "passkey_refused" : "person_disabled", CancellationToken.None);
            return null;
        }

        var session = await opening.OpenAsync(
            person, request.DeviceName, request.PreviousSession, SecondFactorResult.Passkey, cancellationToken);
        return new SignedInPerson(person.UserId, session, person.Stamp);
    }
}
