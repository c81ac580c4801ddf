using CleanIssuing.IntegrationTests.Common;

namespace CleanIssuing.IntegrationTests.Browser;

/// <summary>Half of the browser tests, which run beside the others: a browser mostly waits.</summary>
[CollectionDefinition(Name)]
public sealed class OtherBrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<PortalFixture>
{
    public const string Name = "In another browser";
}
