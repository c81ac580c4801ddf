using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>Checks codes of authenticator apps, and recovery codes.</summary>
internal sealed class SecondFactor(IFactorStore factors, IDemoCodes demo, CountedTries tries, IStepUpProofs proofs)
{
    /// <summary>Takes nothing but the code of the authenticator app, or the sandbox's where there is no app.</summary>
    /// <exception cref="RuleViolationException">The code was refused.</exception>
    public async Task RequireAsync(string userId, string code, CancellationToken cancellationToken)
    {
        switch (await CheckAsync(userId, code, isSigningIn: false, cancellationToken))
        {
            case SecondFactorResult.Wrong:
                var isMissing = !demo.IsOn && await HasNoneAsync(userId, cancellationToken);
                throw new RuleViolationException(isMissing ? RefusalReason.SecondFactorMissing : RefusalReason.CodeWrong);
            case SecondFactorResult.Locked:
                throw new RuleViolationException(RefusalReason.CodesLocked);
        }
    }

    /// <summary>Takes the first code of an app that is being set up. Tries count as all others do.</summary>
    /// <returns>The step of the code.</returns>
    /// <exception cref="RuleViolationException">The code was refused.</exception>
    public async Task<long> RequireFirstAsync(string userId, byte[] key, string code, CancellationToken cancellationToken)
    {
        var (isLocked, step) = await tries.TryAsync(
            SignInThrottleKeys.OfSecondFactor(userId, proofs.Session), now => Task.FromResult(Totp.Match(key, Typed(code), now)),
            cancellationToken);
        return step ?? throw new RuleViolationException(isLocked ? RefusalReason.CodesLocked : RefusalReason.CodeWrong);
    }

    /// <param name="isSigningIn">Recovery codes sign in, and do no more: a list of codes is easier to steal than a phone.</param>
    public async Task<SecondFactorResult> CheckAsync(
        string userId, string code, bool isSigningIn, CancellationToken cancellationToken)
    {
        var (isLocked, result) = await tries.TryAsync(
            SignInThrottleKeys.OfSecondFactor(userId, isSigningIn ? "" : proofs.Session),
            now => VerifyAsync(userId, code, isSigningIn, now, cancellationToken), cancellationToken);
        return result ?? (isLocked ? SecondFactorResult.Locked : SecondFactorResult.Wrong);
    }

    /// <summary>As <see cref="RequireAsync"/>, of somebody who has an authenticator app.</summary>
    public async Task RequireAuthenticatorAsync(string userId, string code, CancellationToken cancellationToken)
    {
        if (!await factors.HasAuthenticatorAsync(userId, cancellationToken))
            throw new RuleViolationException(RefusalReason.SecondFactorMissing);
        await RequireAsync(userId, code, cancellationToken);
    }

    private async Task<bool> HasNoneAsync(string userId, CancellationToken cancellationToken) =>
        !await factors.HasFactorAsync(userId, cancellationToken);

    /// <returns>None where it is wrong.</returns>
    private async Task<SecondFactorResult?> VerifyAsync(
        string userId, string code, bool isSigningIn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var typed = Typed(code);
        if (typed.Length == Totp.Digits && typed.All(char.IsAsciiDigit))
        {
            var isRight = await factors.FindAuthenticatorAsync(userId, cancellationToken) is { ConfirmedAt: not null } authenticator
                ? authenticator.Key is { } key && Totp.Match(key, typed, now) is { } step
                    && await factors.UseStepAsync(userId, step, cancellationToken)
                : demo.IsOn && demo.IsRight(userId, typed) && await HasNoneAsync(userId, cancellationToken);
            return isRight ? SecondFactorResult.Authenticator : null;
        }

        return isSigningIn && await factors.UseRecoveryCodeAsync(userId, RecoveryCode.Hash(typed), cancellationToken)
            ? SecondFactorResult.RecoveryCode
            : null;
    }

    private static string Typed(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
}
