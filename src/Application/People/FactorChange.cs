namespace CleanIssuing.Application.People;

/// <summary>What changing factors asks of a person.</summary>
internal sealed class FactorChange(IFactorStore factors, IStepUpProofs proofs)
{
    /// <summary>Who has a factor proves with it that it is them, before another one is added or one is taken away.</summary>
    /// <exception cref="StepUpRequiredException">They have not, lately.</exception>
    public async Task RequireProofAsync(string userId, CancellationToken cancellationToken)
    {
        if (!proofs.IsFresh && await factors.HasFactorAsync(userId, cancellationToken))
            throw new StepUpRequiredException();
    }
}
