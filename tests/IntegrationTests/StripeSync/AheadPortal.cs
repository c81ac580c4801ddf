namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>A portal whose clock is 90 s ahead of Stripe's.</summary>
public sealed class AheadPortal : InStepPortal
{
    protected override TimeSpan Ahead => TimeSpan.FromSeconds(90);
}
