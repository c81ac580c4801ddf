namespace CleanIssuing.StripeSandbox.FaultInjection;

/// <summary>What an injected fault does.</summary>
public enum FaultKind
{
    /// <summary>Answers late, but correctly.</summary>
    Latency,

    /// <summary>Never answers.</summary>
    TimeOut,

    /// <summary>429: too many requests.</summary>
    RateLimit,

    /// <summary>403: the key may not do this.</summary>
    Forbidden,

    /// <summary>500: Stripe itself fails, before it has done anything.</summary>
    ServerError,

    /// <summary>500, but only after it has done what was asked.</summary>
    ServerErrorAfter,

    /// <summary>Does what was asked, and never answers.</summary>
    TimeOutAfter,

    /// <summary>Issuing Elements are not enabled for connected accounts.</summary>
    ElementsNotEnabledForConnect,

    /// <summary>
    /// The account has no access to the preview of the issuing components; for account sessions, and for the components' own calls.
    /// </summary>
    ComponentsNotEnabled,
}
