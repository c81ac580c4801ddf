namespace CleanIssuing.Application.People;

/// <summary>Asks somebody who is signed in for their password again. Tries are counted, as they are when signing in.</summary>
internal sealed class PasswordCheck(ICredentials credentials, CountedTries tries)
{
    /// <exception cref="RuleViolationException">It is another one, or was wrong too often.</exception>
    public async Task RequireAsync(string userId, string password, CancellationToken cancellationToken)
    {
        var (isLocked, isRight) = await tries.TryAsync<bool>(
            SignInThrottleKeys.OfPasswordCheck(userId),
            async _ => credentials.Verify(await credentials.FindByIdAsync(userId, cancellationToken), password) ? true : null,
            cancellationToken);
        if (isRight is null)
            throw new RuleViolationException(isLocked ? RefusalReason.CodesLocked : RefusalReason.PasswordWrong);
    }
}
