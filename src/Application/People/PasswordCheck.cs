namespace CleanIssuing.Application.People;

/// <summary>Asks somebody who is signed in for their password again. Tries are counted, as they are when signing in.</summary>
internal sealed class PasswordCheck(ICredentials credentials, ISignInThrottleStore throttles, TimeProvider time)
{
    /// <exception cref="RuleViolationException">It is another one, or was wrong too often.</exception>
    public async Task RequireAsync(string userId, string password, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = SignInThrottleKeys.OfPasswordCheck(userId);
        var before = await throttles.CountAsync([(key, SignInThrottle.TriesHere)], now, cancellationToken);
        var isRight = credentials.Verify(await credentials.FindByIdAsync(userId, cancellationToken), password);
        if (before[0].IsLockedAt(now))
            throw new RuleViolationException(RefusalReason.CodesLocked);
        if (!isRight)
            throw new RuleViolationException(RefusalReason.PasswordWrong);
        await throttles.ForgiveAsync(key, key, cancellationToken);
    }
}
