using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.Domain.Accounts;

/// <summary>A Stripe account that issues cards.</summary>
public sealed record Account
{
    public required AccountId Id { get; init; }

    /// <summary>The name that people know it by.</summary>
    public required string Name { get; init; }

    /// <summary>The platform's own account, or a connected one.</summary>
    public required AccountKind Kind { get; init; }

    /// <summary>
    /// The currency of the country that it is in, which its cards are issued in (Stripe's <c>default_currency</c>); none as long as
    /// Stripe has not been asked.
    /// </summary>
    public Currency? Currency { get; init; }

    /// <summary>
    /// Whether the platform collects the account's requirements itself (<c>controller.requirement_collection</c> is
    /// <c>application</c>): only then may Stripe's embedded components do without Stripe's own sign-in.
    /// </summary>
    public bool CollectsRequirements { get; init; }

    /// <summary>The account that Stripe is asked on behalf of; none for the platform itself.</summary>
    public AccountId? OnBehalfOf => Kind == AccountKind.Connected ? Id : null;
}
