using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Browser;

[CollectionDefinition(Name)]
public sealed class BrowserTests
    : ICollectionFixture<Chromium>, ICollectionFixture<PortalFixture>, ICollectionFixture<PhysicalDetailsPortal>
{
    public const string Name = "In a browser";
}
