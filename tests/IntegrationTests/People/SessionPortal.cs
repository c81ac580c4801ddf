using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.People;

/// <summary>A portal whose sessions end soon.</summary>
public class SessionPortal : PortalFixture
{
    protected override TimeSpan SessionIdle => TimeSpan.FromMinutes(30);

    protected override IEnumerable<string> Settings => [.. base.Settings, "--Portal:Sessions:Absolute=02:00:00"];
}
