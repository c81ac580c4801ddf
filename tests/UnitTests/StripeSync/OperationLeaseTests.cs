using CleanIssuing.Infrastructure.Persistence.StripeSync;
using CleanIssuing.Infrastructure.Stripe;
using Microsoft.Extensions.Options;

namespace CleanIssuing.UnitTests.StripeSync;

public class OperationLeaseTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(80, 5)]
    [InlineData(1, 0)]
    public void A_lease_outlasts_all_calls_of_an_operation(int seconds, int retries)
    {
        var options = new StripeOptions { Timeout = TimeSpan.FromSeconds(seconds), MaxNetworkRetries = retries };

        // It reads, writes, and reads again where the answer is lost.
        new OperationLease(Options.Create(options)).Duration.ShouldBeGreaterThan(3 * (1 + retries) * options.Timeout);
    }
}
