namespace CleanIssuing.Application.SpendControls;

/// <summary>Where controls were changed.</summary>
public enum ControlChangeSource
{
    Portal,

    /// <summary>At Stripe, outside this portal.</summary>
    Stripe,

    /// <summary>At Stripe while somebody had its component open here: a guess.</summary>
    StripeComponent,
}
