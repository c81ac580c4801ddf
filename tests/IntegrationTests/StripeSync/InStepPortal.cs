using CleanIssuing.IntegrationTests.Common;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>A portal whose clock is not Stripe's.</summary>
public class InStepPortal : PortalFixture
{
    private FakeTimeProvider? _stripe;

    /// <summary>How far the portal's clock is ahead of Stripe's.</summary>
    protected virtual TimeSpan Ahead => TimeSpan.Zero;

    public override FakeTimeProvider StripeTime => _stripe ??= new FakeTimeProvider(Time.GetUtcNow() - Ahead);

    protected override IEnumerable<string> Settings => [.. base.Settings, "--Stripe:Timeout=00:00:02"];

    /// <summary>Time goes by for both.</summary>
    public void Advance(TimeSpan time)
    {
        StripeTime.Advance(time);
        Time.Advance(time);
    }
}
