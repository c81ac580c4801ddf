namespace CleanIssuing.Application.People;

/// <summary>What changes of factors have in common.</summary>
internal sealed class FactorChange(IFactorStore factors, ISessionStore sessions, IStepUpProofs proofs, IUnitOfWork unitOfWork)
{
    /// <summary>Who has a factor proves with it that it is them, before another one is added or one is taken away.</summary>
    /// <exception cref="StepUpRequiredException">They have not, lately.</exception>
    public async Task RequireProofAsync(string userId, CancellationToken cancellationToken)
    {
        if (!proofs.IsFresh && await factors.HasFactorAsync(userId, cancellationToken))
            throw new StepUpRequiredException();
    }

    /// <summary>
    /// Takes a factor away, all or nothing. With the last one the recovery codes go, and other sessions end: they may have been opened
    /// with it.
    /// </summary>
    /// <returns>Whether there was anything to take away.</returns>
    public async Task<bool> RemoveAsync(string userId, Func<Task<bool>> remove, CancellationToken cancellationToken)
    {
        var isRemoved = false;
        await unitOfWork.ExecuteAsync(
            async () =>
            {
                isRemoved = await remove();
                if (!isRemoved)
                    return;
                if (!await factors.HasFactorAsync(userId, cancellationToken))
                    await factors.ReplaceRecoveryCodesAsync(userId, [], cancellationToken);
                await sessions.EndOthersAsync(userId, cancellationToken);
            },
            cancellationToken);
        return isRemoved;
    }
}
