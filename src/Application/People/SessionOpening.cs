namespace CleanIssuing.Application.People;

/// <summary>Opens the session of somebody who has shown who they are, and writes it down first.</summary>
internal sealed class SessionOpening(ISessionStore sessions, IAuditLog log, ICurrentActor current, TimeProvider time)
{
    private const int LongestDeviceName = 200;

    /// <param name="previous">The session of this browser, which ends.</param>
    /// <returns>The id of the session, a secret; none where a second factor is due after all.</returns>
    public async Task<string?> OpenAsync(
        Credential person, string deviceName, string? previous, SecondFactorResult? proof, CancellationToken cancellationToken)
    {
        var actor = Actor.Person(person.UserId, person.Email, current.Actor.IpAddress);
        var action = proof == SecondFactorResult.RecoveryCode ? "session.sign_in_recovery" : "session.sign_in";
        var entry = await log.BeginAsync(new AuditedAction(action, person.Email), actor, null, cancellationToken);
        if (previous is not null)
            await sessions.EndAsync(previous, cancellationToken);
        var session = await sessions.OpenAsync(
            person.UserId, Shortened(deviceName), current.Actor.IpAddress, time.GetUtcNow(), proof, cancellationToken);
        var result = session is null
            ? new AuditResult(AuditOutcome.Failed, RefusalReason.StepUpRequired.ToCode())
            : new AuditResult(AuditOutcome.Succeeded);
        await log.EndAsync(entry, result, CancellationToken.None);
        return session;
    }

    /// <summary>Without half of a character at its end.</summary>
    private static string Shortened(string name) => name.Length <= LongestDeviceName
        ? name
        : name[..(char.IsHighSurrogate(name[LongestDeviceName - 1]) ? LongestDeviceName - 1 : LongestDeviceName)];
}
