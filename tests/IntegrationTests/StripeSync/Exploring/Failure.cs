namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

internal enum Failure
{
    None,

    /// <summary>Stripe refuses the change.</summary>
    Refused,

    /// <summary>Stripe makes the change, and the answer never arrives.</summary>
    LostAnswer,

    /// <summary>The process is killed before Stripe has the change.</summary>
    KilledBefore,

    /// <summary>The process is killed before it has the answer.</summary>
    KilledAfter,
}
