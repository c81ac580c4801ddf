namespace CleanIssuing.Application.Accounts;

/// <summary>Which Stripe a portal talks to.</summary>
public enum PortalMode
{
    /// <summary>The embedded Stripe sandbox: every card is a demo card.</summary>
    Sandbox,

    /// <summary>Stripe's test mode.</summary>
    Test,

    /// <summary>Stripe's live mode: real cards, real money.</summary>
    Live,
}
