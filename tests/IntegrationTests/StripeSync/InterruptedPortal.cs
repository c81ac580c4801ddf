using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox;
using CleanIssuing.StripeSandbox.FaultInjection;

namespace CleanIssuing.IntegrationTests.StripeSync;

/// <summary>A portal whose Stripe fails when the import comes to the cards.</summary>
public class InterruptedPortal : PortalFixture
{
    public Sandbox Stripe { get; private set; } = null!;

    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings, .. PretendStripe.Settings(Stripe.Origin),
    ];

    protected override string DatabaseName => "cleanissuing.db";

    public override async Task InitializeAsync()
    {
        Stripe = await PretendStripe.StartAsync(Folder);
        Stripe.Faults.Add(new Fault(FaultKind.ServerError, "/v1/issuing/cards"));
        await TryStartAsync();
    }

    public override async Task DisposeAsync()
    {
        await Stripe.DisposeAsync();
        await base.DisposeAsync();
    }
}
