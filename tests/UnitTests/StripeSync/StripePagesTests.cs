using CleanIssuing.Infrastructure.Stripe;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Stripe;
using Stripe.Issuing;
using Xunit;

namespace CleanIssuing.UnitTests.StripeSync;

public class StripePagesTests
{
    [Fact]
    public void An_object_that_cannot_be_read_is_left_out_and_the_list_goes_on_after_it()
    {
        var page = new StripeList<Authorization>
        {
            HasMore = true,
            Data = [new() { Id = "iauth_1", Currency = "usd" }, new() { Id = "iauth_2", Currency = "?" }],
        };

        var read = StripePages.Map(page, a => Domain.SharedKernel.Currency.Parse(a.Currency), NullLogger.Instance);

        read.Items.Count.ShouldBe(1);
        read.Next.ShouldBe("iauth_2");
    }
}
