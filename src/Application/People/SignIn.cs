using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.People;

/// <summary>
/// Opens a session, or asks for the second factor first. An unknown address, a wrong password, a disabled person and a lock take the
/// same work and are told the same, so that nobody learns from them who may sign in here.
/// </summary>
/// <param name="Address">Where the request comes from, as the throttle counts it.</param>
/// <param name="Device">The device, where this person has signed in with it before.</param>
/// <param name="DeviceName">What the browser calls itself.</param>
/// <param name="PreviousSession">The session of this browser, which ends.</param>
public sealed record SignIn(
    string Email, string Password, string Address, KnownDevice? Device, string DeviceName, string? PreviousSession)
    : IRequest<SignedInPerson?>, IAuthorizedRequest
{
    public Requirement Requirement => new Anyone();

    /// <summary>The name alone: the request carries a password.</summary>
    public override string ToString() => nameof(SignIn);
}

/// <summary>Somebody whose password was right.</summary>
/// <param name="SessionId">The session that was opened; none while the second factor is due. A secret.</param>
/// <param name="Stamp">What the session is good for: none after the credentials have changed.</param>
public sealed record SignedInPerson(string UserId, string? SessionId, string Stamp)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(SignedInPerson);
}

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(r => r.Email).NotEmpty().MaximumLength(254);
        RuleFor(r => r.Password).NotEmpty().MaximumLength(200);
        RuleFor(r => r.Address).NotEmpty().MaximumLength(64);
    }
}

internal sealed class SignInHandler(
    ICredentials credentials, ISignInThrottleStore throttles, IFactorStore factors, SessionOpening opening, IAuditLog log,
    ICurrentActor current, TimeProvider time) : IRequestHandler<SignIn, SignedInPerson?>
{
    public async Task<SignedInPerson?> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var person = await credentials.FindAsync(request.Email, cancellationToken);
        var isKnownDevice = request.Device is { } device && person is not null && device.UserId == person.UserId
            && device.Stamp == person.Stamp;
        var keys = SignInThrottleKeys.Of(request.Email, isKnownDevice ? "device:" + request.Device!.Id : request.Address);
        var before = await throttles.CountAsync(
            [(keys.Here, SignInThrottle.TriesHere), (keys.Anywhere, isKnownDevice ? int.MaxValue : SignInThrottle.TriesAnywhere)], now,
            cancellationToken);
        var isRight = credentials.Verify(person, request.Password);

        // Strangers can hold up everybody but those who come with a device that this person has used before.
        var isLocked = before[0].IsLockedAt(now) || (before[1].IsLockedAt(now) && !isKnownDevice);
        if (person is null || !isRight || person.IsDisabled || isLocked)
        {
            // Who mistypes may have typed the password into the wrong field: only what is known here is written down.
            await log.DenyAsync(
                new AuditedAction(isLocked ? "session.locked" : "session.sign_in_failed", person?.Email ?? "unknown"), current.Actor, null,
                Reason(person, isLocked), CancellationToken.None);
            return null;
        }

        await credentials.UpgradeAsync(person, request.Password, cancellationToken);
        await throttles.ForgiveAsync(keys.Here, keys.Anywhere, cancellationToken);
        if (await factors.HasFactorAsync(person.UserId, cancellationToken))
        {
            // Who stops here knows the password: that is worth knowing.
            var asked = await log.BeginAsync(
                new AuditedAction("session.first_factor", person.Email),
                Actor.Person(person.UserId, person.Email, current.Actor.IpAddress), null, cancellationToken);
            await log.EndAsync(asked, new AuditResult(AuditOutcome.Succeeded), CancellationToken.None);
            return new SignedInPerson(person.UserId, null, person.Stamp);
        }

        var session = await opening.OpenAsync(person, request.DeviceName, request.PreviousSession, null, cancellationToken);
        return new SignedInPerson(person.UserId, session, person.Stamp);
    }

    private static string Reason(Credential? person, bool isLocked) => person switch
    {
        _ when isLocked => "locked",
        null => "person_unknown",
        { IsDisabled: true } => "person_disabled",
        _ => "password_wrong",
    };
}
