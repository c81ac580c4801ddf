using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.Accounts;

/// <summary>Which Stripe a portal talks to.</summary>
public enum PortalMode
{
    /// <summary>The embedded Stripe sandbox: every card is made up.</summary>
    Sandbox,

    /// <summary>Stripe's test mode.</summary>
    Test,

    /// <summary>Stripe's live mode: real cards, real money.</summary>
    Live,
}

/// <summary>What a database was set up for. It serves one mode of one platform account for its whole life.</summary>
public sealed record Installation(PortalMode Mode, AccountId Platform, DateTimeOffset RecordedAt);
