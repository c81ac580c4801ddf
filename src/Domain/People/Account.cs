namespace CleanIssuing.Domain.People;

/// <summary>How an account stands to the platform whose API key we hold.</summary>
public enum AccountKind
{
    /// <summary>The platform's own account: Stripe is called without a <c>Stripe-Account</c> header.</summary>
    Platform,

    /// <summary>An account connected to the platform (Stripe Connect): Stripe is called on its behalf.</summary>
    Connected,
}

/// <summary>A Stripe account that issues cards.</summary>
public sealed record Account
{
    /// <summary>Stripe's id.</summary>
    public required AccountId Id { get; init; }

    /// <summary>The name that people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>The platform's own account, or a connected one.</summary>
    public required AccountKind Kind { get; init; }

    /// <summary>
    /// Whether the platform collects the account's requirements itself (<c>controller.requirement_collection</c> is
    /// <c>application</c>): only then may Stripe's embedded components do without Stripe's own sign-in.
    /// </summary>
    public bool CollectsRequirements { get; init; }

    /// <summary>The account that Stripe is asked on behalf of; none for the platform itself.</summary>
    public AccountId? OnBehalfOf => Kind == AccountKind.Connected ? Id : null;
}
