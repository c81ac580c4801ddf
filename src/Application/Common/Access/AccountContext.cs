namespace CleanIssuing.Application.Common.Access;

/// <summary>What the access requirement has found out, for whatever comes after it in the same scope.</summary>
public sealed class AccountContext
{
    private object? _resolved;

    /// <summary>The account that the present request belongs to.</summary>
    public AccountId? Id { get; private set; }

    /// <summary>The account that Stripe is asked on behalf of; none for the platform itself.</summary>
    public AccountId? OnBehalfOf => Card?.OnBehalfOf;

    /// <summary>What ties the person to the card that the request is about.</summary>
    public CardRelationship? Card { get; private set; }

    /// <summary>What was looked up on the way and is still true, so that nobody in this scope looks it up again.</summary>
    public T? Resolved<T>()
        where T : class => _resolved as T;

    public void Resolve(object found) => _resolved = found;

    /// <summary>Something was changed: the next look-up asks the database.</summary>
    public void Forget() => _resolved = null;

    internal void Enter(Decision decision) => (Id, Card) = (decision.Account, decision.Card);
}
