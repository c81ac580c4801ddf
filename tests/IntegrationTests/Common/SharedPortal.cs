namespace CleanIssuing.IntegrationTests.Common;

/// <summary>Tests that share one portal; they must not depend on each other's traces.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPortal : ICollectionFixture<PortalFixture>
{
    public const string Name = "One portal for many tests";
}
