namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>A portal whose clock is 90 s behind Stripe's.</summary>
public sealed class BehindPortal : InStepPortal
{
    protected override TimeSpan Ahead => TimeSpan.FromSeconds(-90);
}
