using CleanIssuing.IntegrationTests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(
    "CleanIssuing.IntegrationTests.Common.BrowserFirst", "CleanIssuing.IntegrationTests")]

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>
/// Starts with the browser tests, which run one after the other and take the longest: begun last, they would run alone in the end.
/// </summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => c.DisplayName == BrowserTests.Name ? 0 : 1);
}
