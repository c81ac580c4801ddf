using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Checks codes. Each try counts before the code is looked at: nobody gets more of them by asking many times at once.</summary>
internal sealed class SecondFactor(IFactorStore factors, IDemoCodes demo, ISignInThrottleStore throttles, TimeProvider time)
{
    /// <summary>Takes nothing but the code of the authenticator app, or the sandbox's where there is no app.</summary>
    /// <exception cref="RuleViolationException">The code was refused.</exception>
    public async Task DemandAsync(string userId, string code, CancellationToken cancellationToken)
    {
        switch (await CheckAsync(userId, code, takesRecoveryCodes: false, cancellationToken))
        {
            case SecondFactorProof.Wrong:
                var isMissing = !demo.IsOn && await HasNoneAsync(userId, cancellationToken);
                throw new RuleViolationException(isMissing ? RefusalReason.SecondFactorMissing : RefusalReason.CodeWrong);
            case SecondFactorProof.Locked:
                throw new RuleViolationException(RefusalReason.CodesLocked);
        }
    }

    /// <param name="takesRecoveryCodes">Not to step up: a list of codes is easier to steal than a phone.</param>
    public async Task<SecondFactorProof> CheckAsync(
        string userId, string code, bool takesRecoveryCodes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = SignInThrottleKeys.OfSecondFactor(userId);
        var before = await throttles.CountAsync([(key, SignInThrottle.TriesHere)], now, cancellationToken);
        if (before[0].IsLockedAt(now))
            return SecondFactorProof.Locked;

        var proof = await LookAtAsync(userId, code, takesRecoveryCodes, now, cancellationToken);
        if (proof is not SecondFactorProof.Wrong)
            await throttles.ForgiveAsync(key, key, cancellationToken);
        return proof;
    }

    /// <summary>As <see cref="DemandAsync"/>, of somebody who has an authenticator app.</summary>
    public async Task DemandOwnAsync(string userId, string code, CancellationToken cancellationToken)
    {
        if (await HasNoneAsync(userId, cancellationToken))
            throw new RuleViolationException(RefusalReason.SecondFactorMissing);
        await DemandAsync(userId, code, cancellationToken);
    }

    private async Task<bool> HasNoneAsync(string userId, CancellationToken cancellationToken) =>
        await factors.FindAuthenticatorAsync(userId, cancellationToken) is not { ConfirmedAt: not null };

    private async Task<SecondFactorProof> LookAtAsync(
        string userId, string code, bool takesRecoveryCodes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (typed.Length == Totp.Digits && typed.All(char.IsAsciiDigit))
        {
            var isRight = await factors.FindAuthenticatorAsync(userId, cancellationToken) is { ConfirmedAt: not null } authenticator
                ? Totp.Match(authenticator.Key, typed, now) is { } step && await factors.UseStepAsync(userId, step, cancellationToken)
                : demo.IsOn && demo.IsRight(userId, typed);
            return isRight ? SecondFactorProof.Authenticator : SecondFactorProof.Wrong;
        }

        return takesRecoveryCodes && await factors.UseRecoveryCodeAsync(userId, RecoveryCode.Hash(typed), cancellationToken)
            ? SecondFactorProof.RecoveryCode
            : SecondFactorProof.Wrong;
    }
}
