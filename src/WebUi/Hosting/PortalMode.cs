namespace CleanIssuing.WebUi.Hosting;

/// <summary>Which Stripe the portal talks to; decided once, at start-up.</summary>
public enum PortalMode
{
    /// <summary>The sandbox inside this process.</summary>
    Sandbox,

    /// <summary>Stripe, with test keys: no money moves.</summary>
    Test,

    /// <summary>Stripe, with live keys.</summary>
    Live,
}
