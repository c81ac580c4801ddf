namespace CleanIssuing.Application.Accounts;

/// <summary>Admins of this account who have lately proven that it is them: what they set guards card details.</summary>
public sealed record ManagesSettings(AccountId AccountId) : Requirement
{
    public override string? Subject => AccountId.Value;

    public override async ValueTask<Decision> DecideAsync(Actor actor, IAccessReader access, CancellationToken cancellationToken)
    {
        var decision = await new ManagesAccount(AccountId).DecideAsync(actor, access, cancellationToken);
        return decision.Refusal is null && !access.GetStepUp(AccountId).IsFresh
            ? Decision.Refuse(new StepUpRequiredException(), AccountId)
            : decision;
    }
}
