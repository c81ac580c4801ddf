namespace CleanIssuing.Application.Accounts;

public enum SetupState
{
    Good,

    /// <summary>It works without, but not as well.</summary>
    Warning,

    /// <summary>The portal does not work without.</summary>
    Missing,

    /// <summary>Stripe did not answer, so nobody knows.</summary>
    Unknown,
}
